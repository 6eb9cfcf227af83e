package vivarium.model.notebook;

/**
 * Where a value stands in the text of a notebook.
 *
 * @param line the line of its first character, 1-based
 * @param column the column of its first character, 1-based, in UTF-16 code units
 * @param lastLine the line of its last character, 1-based
 */
public record Extent(int line, int column, int lastLine) {}
