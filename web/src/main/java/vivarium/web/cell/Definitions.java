package vivarium.web.cell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import vivarium.model.output.Output;

/**
 * The names that code gives values to outside of functions, as far as its lines show: Python may
 * not have seen the code yet. What is indented is left out.
 *
 * <p>No regular expressions here, nor streams: they would make up half of the page's script.
 */
final class Definitions {
  private final Set<String> names = new HashSet<>();

  private Definitions() {}

  static Set<String> in(String code) {
    Definitions definitions = new Definitions();
    for (StringTokenizer lines = new StringTokenizer(code, "\n"); lines.hasMoreTokens(); ) {
      String line = lines.nextToken();
      if (isNameStart(line.charAt(0))) {
        definitions.read(line);
      }
    }
    return definitions.names;
  }

  /** The name that is not defined, if that is what the failure says. */
  static Optional<String> missing(Output.Failure failure) {
    String said = failure.value();
    String start = "name '";
    int end = said.indexOf("' is not defined");
    return failure.name().equals("NameError") && said.startsWith(start) && end > start.length()
        ? Optional.of(said.substring(start.length(), end))
        : Optional.empty();
  }

  private void read(String line) {
    if (line.startsWith("async ")) {
      read(line.substring(6).trim());
    } else if (line.startsWith("def ") || line.startsWith("class ")) {
      add(line.substring(line.indexOf(' ')));
    } else if (line.startsWith("import ")) {
      imported(line.substring(7));
    } else if (line.startsWith("from ") && line.contains(" import ")) {
      imported(line.substring(line.indexOf(" import ") + 8));
    } else if (line.startsWith("for ") && line.contains(" in ")) {
      targets(line.substring(4, line.indexOf(" in ")));
    } else if (line.startsWith("with ") && line.contains(" as ")) {
      add(line.substring(line.indexOf(" as ") + 4));
    } else {
      assigned(line);
    }
  }

  /** {@code a, b as c}. */
  private void imported(String list) {
    for (StringTokenizer parts = new StringTokenizer(list, ",("); parts.hasMoreTokens(); ) {
      String part = parts.nextToken();
      int as = part.indexOf(" as ");
      add(as < 0 ? part : part.substring(as + 4));
    }
  }

  /** All that stands before an {@code =} of {@code a = b, c = …} or {@code a: int = …}. */
  private void assigned(String line) {
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ("(){}#\"'!<>+-*/%&|^@".indexOf(c) >= 0 || line.startsWith("==", i)) {
        return;
      }
      if (c == '=') {
        targets(line.substring(start, i));
        start = i + 1;
      }
    }
  }

  private void targets(String list) {
    for (StringTokenizer parts = new StringTokenizer(list, ","); parts.hasMoreTokens(); ) {
      String part = parts.nextToken();
      int colon = part.indexOf(':');
      String target = (colon < 0 ? part : part.substring(0, colon)).trim();
      if (isName(target)) {
        names.add(target);
      }
    }
  }

  /** Adds the name that a text begins with. */
  private void add(String text) {
    String from = text.trim();
    int end = 0;
    while (end < from.length() && isNamePart(from.charAt(end))) {
      end++;
    }
    names.add(from.substring(0, end));
  }

  private static boolean isName(String text) {
    if (text.isEmpty() || !isNameStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || Character.isDigit(c);
  }
}
