package vivarium.site.pack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script whose page runs it as a whole, rather than cell by cell.
 *
 * @param name of its file
 * @param title the first line of what it says of itself, or its name
 * @param about what else it says of itself; empty for nothing
 */
public record Script(String name, String title, String about) {
  private static final Pattern CELL = Pattern.compile("(?m)^# ?%%");

  /** A string before any code, behind comments, as Python takes it for the description. */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "\\A(?:\\ufeff)?(?:[ \\t]*(?:#[^\\n]*)?\\r?\\n)*+[rRuU]?"
              + "(?:\"\"\"(.*?)\"\"\"|'\'\'(.*?)'\'\'|\"([^\"\\n]*)\"|'([^'\\n]*)')",
          Pattern.DOTALL);

  private static final int LONGEST_TITLE = 80;

  /** A script; empty when it is made of cells. */
  public static Optional<Script> of(String name, String code) {
    if (CELL.matcher(code).find()) {
      return Optional.empty();
    }
    String text = description(code).strip();
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    if (first.isEmpty() || first.length() > LONGEST_TITLE) {
      return Optional.of(new Script(name, name, text));
    }
    String title = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return Optional.of(
        new Script(name, title, end < 0 ? "" : text.substring(end).stripIndent().strip()));
  }

  private static String description(String code) {
    Matcher found = DESCRIPTION.matcher(code);
    if (!found.find()) {
      return "";
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "";
  }
}
