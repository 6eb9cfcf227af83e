package vivarium.model.diagnostic;

/**
 * A place in a source file.
 *
 * @param path the file, relative to the folder that is built, with {@code /} between its parts
 * @param line the line, 1-based; 0 when the whole file is meant
 * @param column the column, 1-based, in Unicode code points (a tab counts as one); 0 when the whole
 *     line is meant
 */
public record Location(String path, int line, int column) implements Comparable<Location> {
  public Location {
    if (line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column);
    }
  }

  /** The whole file at {@code path}. */
  public static Location file(String path) {
    return new Location(path, 0, 0);
  }

  /** {@code guide/intro.md:42:7}, without the parts that are 0. */
  @Override
  public String toString() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(Location other) {
    int byPath = path.compareTo(other.path);
    if (byPath != 0) {
      return byPath;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
