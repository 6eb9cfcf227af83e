package vivarium.parse.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.parse.source.Fragment;

/**
 * Takes text out of a script: without empty lines around it, and without what makes it comments.
 */
final class ScriptText {
  private static final Pattern COMMENT = Pattern.compile("#(?: |$)");
  private static final Pattern QUOTE = Pattern.compile("[rR]?(\"\"\"|''')");

  private ScriptText() {}

  /** The lines without empty ones at both ends. */
  static Fragment trimmed(Fragment text) {
    int first = 0;
    int end = text.lineCount();
    while (end > 0 && text.line(end - 1).isBlank()) {
      end--;
    }
    while (first < end && text.line(first).isBlank()) {
      first++;
    }
    return text.lines(first, end);
  }

  /** What some comments, or a string in three quotation marks, say. */
  static Fragment prose(Fragment text) {
    Fragment trimmed = trimmed(text);
    Matcher quote = QUOTE.matcher(trimmed.line(0));
    return quote.lookingAt() ? quoted(trimmed, quote.end(), quote.group(1)) : uncommented(trimmed);
  }

  /** The lines without {@code #} and the space behind it. */
  static Fragment uncommented(Fragment text) {
    List<Fragment.Line> lines = new ArrayList<>();
    for (int i = 0; i < text.lineCount(); i++) {
      String line = text.line(i);
      Matcher comment = COMMENT.matcher(line);
      int start = comment.lookingAt() ? comment.end() : 0;
      lines.add(text.piece(i, start, line.substring(start)));
    }
    return text.of(lines);
  }

  private static Fragment quoted(Fragment text, int start, String quote) {
    List<Fragment.Line> lines = new ArrayList<>();
    for (int i = 0; i < text.lineCount(); i++) {
      int from = i == 0 ? start : 0;
      int end = text.line(i).indexOf(quote, from);
      lines.add(
          text.piece(i, from, text.line(i).substring(from, end < 0 ? text.line(i).length() : end)));
      if (end >= 0) {
        break;
      }
    }
    return trimmed(text.of(lines));
  }
}
