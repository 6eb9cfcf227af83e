package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.model.json.Json;

/** The lines of a text that stands in a notebook as a string or as a list of strings. */
final class SourceLines {
  private final LineIndex index;
  private final List<NotebookCell.Line> lines = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int start = -1;
  private boolean wasReturn;

  private SourceLines(LineIndex index) {
    this.index = index;
  }

  /** The lines; what is no string counts as none. Ends of lines are LF, CR and CRLF. */
  static List<NotebookCell.Line> of(JsonPart part, LineIndex index) {
    SourceLines lines = new SourceLines(index);
    if (part.isString()) {
      lines.take(part);
    }
    part.items().stream().filter(JsonPart::isString).forEach(lines::take);
    if (lines.current.length() > 0) {
      lines.end();
    }
    return lines.lines;
  }

  /** Parts a string where it is parted when decoded, so that each line keeps its own place. */
  private void take(JsonPart string) {
    String text = string.text();
    int from = string.start() + 1;
    int at = from;
    while (at < string.end() - 1) {
      int length = text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
      char end = length == 1 ? ' ' : lineEnd(text, at);
      if (end == ' ') {
        wasReturn = false;
      } else {
        add(text, from, at);
        if (!(end == '\n' && wasReturn)) {
          start = start < 0 ? at : start;
          end();
        }
        wasReturn = end == '\r';
        from = at + length;
      }
      at += length;
    }
    add(text, from, string.end() - 1);
  }

  private static char lineEnd(String text, int at) {
    String escape =
        text.charAt(at + 1) == 'u' ? text.substring(at + 2, at + 6).toLowerCase(Locale.ROOT) : "";
    if (text.charAt(at + 1) == 'n' || escape.equals("000a")) {
      return '\n';
    }
    return text.charAt(at + 1) == 'r' || escape.equals("000d") ? '\r' : ' ';
  }

  private void add(String text, int from, int to) {
    if (from < to && Json.parse('"' + text.substring(from, to) + '"') instanceof Json.Str piece) {
      start = start < 0 ? from : start;
      current.append(piece.value());
    }
  }

  private void end() {
    lines.add(new NotebookCell.Line(current.toString(), index.line(start), index.column(start)));
    current.setLength(0);
    start = -1;
  }
}
