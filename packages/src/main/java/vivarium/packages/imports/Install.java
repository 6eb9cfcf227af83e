package vivarium.packages.imports;

import java.util.ArrayList;
import java.util.HashSet;
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
  private static final String MODULE = "micropip";
  private static final String FUNCTION = "install";
  private static final Set<String> LOADERS = Set.of("pyodide_js", "pyodide");

  /**
   * What {@code code} hands, as literals, to {@code micropip.install} and {@code
   * pyodide_js.loadPackage}, alone or in a list, in order; under the names, too, that it gives them
   * in an import. Whatever must be calculated is left out.
   */
  public static List<Install> in(String code) {
    List<Install> found = new ArrayList<>();
    Set<String> modules = new HashSet<>(Set.of(MODULE));
    Set<String> functions = new HashSet<>();
    for (PythonLine line : PythonLines.of(code)) {
      for (int i = 0; i < line.tokens().size(); i++) {
        if (line.token(i).is("import")) {
          names(line, i, modules, functions);
        } else if (isMethod(line, i, modules)) {
          arguments(code, line, i + 4, found);
        } else if (isFunction(line, i, functions)) {
          arguments(code, line, i + 2, found);
        }
      }
    }
    return found;
  }

  /** Adds what an import calls micropip and its function, where another name is given. */
  private static void names(
      PythonLine line, int start, Set<String> modules, Set<String> functions) {
    boolean isFrom = line.token(start - 2).is("from") && line.token(start - 1).is(MODULE);
    String wanted = isFrom ? FUNCTION : MODULE;
    for (int i = start + 1; i < line.tokens().size() && !line.token(i).is(";"); i++) {
      if (line.token(i).is(wanted)) {
        String name = line.token(i + 1).is("as") ? line.token(i + 2).text() : wanted;
        (isFrom ? functions : modules).add(name);
      }
    }
  }

  private static boolean isMethod(PythonLine line, int i, Set<String> modules) {
    String method = line.token(i + 2).text();
    boolean isKnown =
        (modules.contains(line.token(i).text()) && method.equals(FUNCTION))
            || (LOADERS.contains(line.token(i).text()) && method.equals("loadPackage"));
    return isKnown && line.token(i + 1).is(".") && line.token(i + 3).is("(");
  }

  private static boolean isFunction(PythonLine line, int i, Set<String> functions) {
    return functions.contains(line.token(i).text())
        && line.token(i + 1).is("(")
        && !line.token(i - 1).is(".")
        && !line.token(i - 1).is("def");
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
