package vivarium.packages.requirement;

import vivarium.packages.syntax.SyntaxException;

/**
 * The name of an optional part of a distribution, in the spelling that stands for all: {@code
 * socks}. The rules are those of {@link PackageName}.
 */
public record ExtraName(String normalized) implements Comparable<ExtraName> {
  public ExtraName {
    if (!NormalName.normalize(NormalName.parse(normalized, "an extra")).equals(normalized)) {
      throw new IllegalArgumentException("not in normal form: " + normalized);
    }
  }

  /**
   * The extra of this name, in any spelling.
   *
   * @throws SyntaxException when it is none
   */
  public static ExtraName of(String written) {
    return new ExtraName(NormalName.normalize(NormalName.parse(written, "an extra")));
  }

  @Override
  public int compareTo(ExtraName other) {
    return normalized.compareTo(other.normalized);
  }

  @Override
  public String toString() {
    return normalized;
  }
}
