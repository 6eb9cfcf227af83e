package vivarium.model.document;

/**
 * Where something stands in its source file.
 *
 * @param line the line of its first character, 1-based
 * @param column the column of its first character, 1-based, in Unicode code points
 * @param lastLine the line of its last character, 1-based
 */
public record Span(int line, int column, int lastLine) {
  public Span {
    if (line < 1 || column < 1 || lastLine < line) {
      throw new IllegalArgumentException(
          "not a span: " + line + ":" + column + " to line " + lastLine);
    }
  }
}
