package vivarium.execute.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts text into lines as a terminal shows them. */
final class Lines {
  /** Colours and other commands, ECMA-48 8.3. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)?+|[@-Z\\\\^_])");

  private Lines() {}

  /**
   * The lines without colours, white space at their ends, and empty lines at the end. Of a line
   * that was written over with carriage returns, what was written last. {@code U+0000}, which no
   * Markdown holds, is {@code U+FFFD}.
   */
  static List<TextLine> of(String text) {
    String plain =
        ESCAPES.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\0', '\uFFFD');
    List<TextLine> lines = new ArrayList<>();
    int filled = 0;
    for (String line : plain.split("\n", -1)) {
      String shown = lastWritten(line).stripTrailing();
      lines.add(new TextLine(shown));
      filled = shown.isEmpty() ? filled : lines.size();
    }
    return lines.subList(0, filled);
  }

  private static String lastWritten(String line) {
    String ended = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    return ended.substring(ended.lastIndexOf('\r') + 1);
  }
}
