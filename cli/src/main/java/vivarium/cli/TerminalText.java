package vivarium.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from documents on a terminal, which takes some characters for commands. */
final class TerminalText {
  /** Colours and weights, which change nothing but the look of the text after them. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]{0,32}m");

  private static final String PLAIN = "\u001b[0m";

  private TerminalText() {}

  /** Without the control characters by which a document could write over the terminal. */
  static String plain(String text) {
    return text.codePoints()
        .map(c -> c != '\n' && c != '\t' && Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * What a program wrote: a carriage return takes the line back, as on a terminal, colours stay if
   * they are wanted, and everything else is as in {@link #plain}.
   */
  static String written(String text, boolean colour) {
    String lines =
        text.replace("\r\n", "\n").replaceAll("(?m)^[^\n]*\r(?!$)", "").replace("\r", "");
    StringBuilder out = new StringBuilder();
    boolean coloured = false;
    int end = 0;
    for (Matcher matcher = COLOUR.matcher(lines); matcher.find(); end = matcher.end()) {
      out.append(plain(lines.substring(end, matcher.start())));
      if (colour) {
        out.append(matcher.group());
        coloured = true;
      }
    }
    out.append(plain(lines.substring(end)));
    return coloured ? out.append(PLAIN).toString() : out.toString();
  }
}
