package vivarium.site.html;

import java.util.Locale;

/** Texts in Python code. */
public final class PythonText {
  private PythonText() {}

  /** A text as Python has it in ASCII. */
  public static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                literal.append('\\').appendCodePoint(point);
              } else if (point >= 32 && point < 127) {
                literal.appendCodePoint(point);
              } else {
                literal.append(String.format(Locale.ROOT, "\\U%08x", point));
              }
            });
    return literal.append('"').toString();
  }
}
