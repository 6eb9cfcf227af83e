package vivarium.model.notebook;

import java.util.List;

/**
 * How a notebook's text is written.
 *
 * @param lineEnd what ends a line; empty when all stands in one line
 * @param indent what each level adds before a line
 * @param comma what parts items that stand in one line
 * @param colon what parts a name from its value
 * @param isAscii whether all beyond ASCII is escaped
 * @param hasLists whether texts are lists of lines, as nbformat writes them
 */
record TextStyle(
    String lineEnd, String indent, String comma, String colon, boolean isAscii, boolean hasLists) {
  /** What nbformat writes. */
  static final TextStyle USUAL = new TextStyle("\n", " ", ",", ": ", false, true);

  /** The style of a notebook, taken from its first members. */
  static TextStyle of(JsonPart root, List<JsonPart> cells) {
    String text = root.text();
    List<JsonPart.Member> members = root.members();
    int first = members.get(0).nameStart();
    String before = text.substring(root.start() + 1, first);
    boolean hasLines = before.indexOf('\n') >= 0;
    String lineEnd = !hasLines ? "" : before.contains("\r\n") ? "\r\n" : "\n";
    String indent = hasLines ? before.substring(before.lastIndexOf('\n') + 1) : "";
    boolean spaced =
        !hasLines && members.size() > 1 && text.charAt(members.get(1).nameStart() - 1) == ' ';
    boolean tight = text.charAt(members.get(0).value().start() - 1) == ':';
    return new TextStyle(
        lineEnd, indent, spaced ? ", " : ",", tight ? ":" : ": ", isAscii(text), hasLists(cells));
  }

  private static boolean isAscii(String text) {
    boolean hasEscape = false;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
      if (text.charAt(i) == '\\' && i + 5 < text.length()) {
        i++; // to the escaped character, which may be a backslash itself
        hasEscape |=
            text.charAt(i) == 'u' && Integer.parseInt(text.substring(i + 1, i + 5), 16) > 0x7f;
      }
    }
    return hasEscape;
  }

  private static boolean hasLists(List<JsonPart> cells) {
    boolean hasStrings = false;
    for (JsonPart cell : cells) {
      boolean isList = cell.member("source").filter(JsonPart::isArray).isPresent();
      if (isList) {
        return true;
      }
      hasStrings |= cell.member("source").filter(JsonPart::isString).isPresent();
    }
    return !hasStrings;
  }
}
