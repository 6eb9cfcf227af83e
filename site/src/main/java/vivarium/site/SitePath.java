package vivarium.site;

/**
 * Where a file stands in a site: relative to its root, with {@code /} between the parts.
 *
 * <p>No part is empty, {@code .} or {@code ..}, and there is no backslash, control character or
 * half of a surrogate pair, so a path never leads out of the folder it is resolved against.
 */
public record SitePath(String path) implements Comparable<SitePath> {
  public SitePath {
    if (!isValid(path)) {
      throw new IllegalArgumentException("not a path in a site: " + path);
    }
  }

  /** Whether {@code path} can be made a {@link SitePath}. */
  public static boolean isValid(String path) {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return path.codePoints().noneMatch(SitePath::isForbidden);
  }

  private static boolean isForbidden(int character) {
    return character == '\\'
        || Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE;
  }

  /** By code unit, which does not depend on a locale. */
  @Override
  public int compareTo(SitePath other) {
    return path.compareTo(other.path);
  }

  /** The path itself. */
  @Override
  public String toString() {
    return path;
  }
}
