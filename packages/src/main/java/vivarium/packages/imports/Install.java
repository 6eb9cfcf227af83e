package vivarium.packages.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text that code hands to an installer: {@code micropip.install("rich")}.
 *
 * @param text a requirement, a path or an address, as the code has it
 * @param line 1-based, in the code
 * @param column of its first character, 1-based, in Unicode code points
 */
public record Install(String text, int line, int column) {
  private static final Set<String> LOADERS = Set.of("pyodide_js", "pyodide");

  /**
   * What {@code code} hands, as literals, to {@code micropip.install} and {@code
   * pyodide_js.loadPackage}, alone or in a list, in order. Whatever must be calculated is left out.
   */
  public static List<Install> in(String code) {
    List<Install> found = new ArrayList<>();
    for (PythonLine line : PythonLines.of(code)) {
      for (int i = 0; i < line.tokens().size(); i++) {
        if (isInstaller(line, i)) {
          arguments(code, line, i + 4, found);
        }
      }
    }
    return found;
  }

  private static boolean isInstaller(PythonLine line, int i) {
    String method = line.token(i + 2).text();
    boolean isKnown =
        (line.token(i).is("micropip") && method.equals("install"))
            || (LOADERS.contains(line.token(i).text()) && method.equals("loadPackage"));
    return isKnown && line.token(i + 1).is(".") && line.token(i + 3).is("(");
  }

  /** The first argument, which may be named. */
  private static void arguments(String code, PythonLine line, int first, List<Install> found) {
    int i = first;
    if (line.token(i).isName() && line.token(i + 1).is("=")) {
      if (!Set.of("requirements", "names").contains(line.token(i).text())) {
        return;
      }
      i += 2;
    }
    if (!line.token(i).is("[") && !line.token(i).is("(")) {
      add(code, line, i, found);
      return;
    }
    for (i++; i < line.tokens().size(); i += 2) {
      if (!add(code, line, i, found) || !line.token(i + 1).is(",")) {
        return;
      }
    }
  }

  /** Adds the literal at {@code index}; whether it is a plain one, and stands alone. */
  private static boolean add(String code, PythonLine line, int index, List<Install> found) {
    PythonLine.Token token = line.token(index);
    if (index >= line.tokens().size() || !token.text().isEmpty()) {
      return false;
    }
    int quote = token.offset();
    int end = code.indexOf(code.charAt(quote), quote + 1);
    if (end <= quote + 1) {
      return false;
    }
    String text = code.substring(quote + 1, end);
    String next = line.token(index + 1).text();
    boolean isPrefixed = quote > 0 && Character.isLetter(code.charAt(quote - 1));
    boolean isWhole = next.equals(",") || next.equals(")") || next.equals("]");
    if (isPrefixed || !isWhole || text.contains("\\") || text.contains("\n")) {
      return false;
    }
    int lineStart = Math.max(code.lastIndexOf('\n', quote), code.lastIndexOf('\r', quote)) + 1;
    int number = 1 + (int) code.substring(0, lineStart).lines().count();
    found.add(new Install(text, number, code.codePointCount(lineStart, quote) + 2));
    return true;
  }
}
