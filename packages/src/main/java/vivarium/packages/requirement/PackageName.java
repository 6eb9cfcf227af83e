package vivarium.packages.requirement;

import vivarium.packages.syntax.SyntaxException;

/**
 * The name of a distribution. Two spellings of one name are equal; see <a
 * href="https://packaging.python.org/en/latest/specifications/name-normalization/">Names and
 * normalization</a>.
 *
 * @param written the name as somebody wrote it: {@code Foo_Bar}
 */
public record PackageName(String written) implements Comparable<PackageName> {
  /**
   * Checks the name.
   *
   * @throws SyntaxException when it is none
   */
  public PackageName {
    NormalName.parse(written, "a package");
  }

  /** The spelling that stands for all: {@code foo-bar}. */
  public String normalized() {
    return NormalName.normalize(written);
  }

  @Override
  public int compareTo(PackageName other) {
    return normalized().compareTo(other.normalized());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackageName name && normalized().equals(name.normalized());
  }

  @Override
  public int hashCode() {
    return normalized().hashCode();
  }

  /** The name as it was written. */
  @Override
  public String toString() {
    return written;
  }
}
