package vivarium.packages.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import vivarium.packages.imports.PythonLine.Token;

/** Finds the imports in Python code. */
public final class Imports {
  private static final Set<String> HEADS =
      Set.of("if", "elif", "else", "try", "except", "finally", "with", "for", "while", "def");
  private static final Set<String> ATTEMPTS = Set.of("try", "except");
  private static final String TYPES = "TYPE_CHECKING";

  private final String code;
  private final List<Import> found = new ArrayList<>();
  private final Deque<Block> blocks = new ArrayDeque<>();
  private int offset;
  private int line = 1;
  private int lineStart;

  private Imports(String code) {
    this.code = code;
  }

  /** Lines that are indented more than {@code indent}. */
  private record Block(int indent, boolean isOptional) {}

  /**
   * The imports in {@code code}, in order; relative ones are left out. Code with errors gives those
   * that can be made out.
   */
  public static List<Import> in(String code) {
    Imports imports = new Imports(code);
    PythonLines.of(code).forEach(imports::line);
    return imports.found;
  }

  private void line(PythonLine line) {
    while (!blocks.isEmpty() && blocks.peek().indent() >= line.indent()) {
      blocks.pop();
    }
    Token head = line.token(0);
    boolean isHead = HEADS.contains(head.text()) || head.is("async") || head.is("class");
    boolean isOptional =
        (!blocks.isEmpty() && blocks.peek().isOptional())
            || ATTEMPTS.contains(head.text())
            || (isHead && line.tokens().stream().anyMatch(token -> token.is(TYPES)));
    for (int i = 0; i < line.tokens().size(); i++) {
      Token before = i == 0 ? head : line.token(i - 1);
      boolean isStart =
          i == 0 || (before.depth() == 0 && (before.is(";") || (isHead && before.is(":"))));
      if (isStart && line.token(i).is("import")) {
        modules(line, i + 1, isOptional);
      } else if (isStart && line.token(i).is("from")) {
        names(line, i + 1, isOptional);
      }
    }
    if (isHead) {
      blocks.push(new Block(line.indent(), isOptional));
    }
  }

  /** {@code a.b as c, d} */
  private void modules(PythonLine line, int first, boolean isOptional) {
    int i = first;
    while (line.token(i).isName()) {
      int end = end(line, i);
      add(line, i, end, List.of(), isOptional);
      i = line.token(end).is("as") ? end + 2 : end;
      if (!line.token(i).is(",")) {
        return;
      }
      i++;
    }
  }

  /** {@code a.b import c as d, e} */
  private void names(PythonLine line, int first, boolean isOptional) {
    int end = end(line, first);
    if (!line.token(first).isName() || !line.token(end).is("import")) {
      return;
    }
    List<String> names = new ArrayList<>();
    int i = line.token(end + 1).is("(") ? end + 2 : end + 1;
    while (line.token(i).isName()) {
      names.add(line.token(i).text());
      i += line.token(i + 1).is("as") ? 3 : 1;
      i += line.token(i).is(",") ? 1 : 0;
    }
    add(line, first, end, names, isOptional);
  }

  /** Behind the dotted name that begins at {@code first}. */
  private static int end(PythonLine line, int first) {
    int end = first + 1;
    while (line.token(end).is(".") && line.token(end + 1).isName()) {
      end += 2;
    }
    return end;
  }

  private void add(PythonLine line, int first, int end, List<String> names, boolean isOptional) {
    StringBuilder module = new StringBuilder();
    for (int i = first; i < end; i++) {
      module.append(line.token(i).text());
    }
    moveTo(line.token(first).offset());
    int column = code.codePointCount(lineStart, offset) + 1;
    found.add(new Import(module.toString(), names, this.line, column, isOptional));
  }

  private void moveTo(int next) {
    while (offset < next) {
      char c = code.charAt(offset);
      offset++;
      if (c == '\n' || (c == '\r' && code.charAt(offset) != '\n')) {
        line++;
        lineStart = offset;
      }
    }
  }
}
