package vivarium.packages.version;

import java.util.Locale;
import java.util.Optional;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;

/**
 * One demand on a version, as {@code >=1.4}; see <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers">Version
 * specifiers</a>.
 */
public sealed interface VersionSpecifier {
  /** Whether {@code version} meets this demand; a pre-release may, as any other version. */
  boolean contains(Version version);

  /** Whether this demand names a pre-release, and so asks for pre-releases. */
  boolean asksForPrereleases();

  /**
   * A comparison with a version.
   *
   * @param operator any but {@link Operator#ARBITRARY}
   * @param version without a local part unless the operator is {@code ==} or {@code !=}; with two
   *     numbers or more in its release when the operator is {@code ~=}
   */
  record Comparison(Operator operator, Version version) implements VersionSpecifier {
    @Override
    public boolean contains(Version candidate) {
      return switch (operator) {
        case EQUAL -> isEqual(candidate);
        case NOT_EQUAL -> !isEqual(candidate);
        case AT_MOST -> candidate.publicVersion().compareTo(version) <= 0;
        case AT_LEAST -> candidate.publicVersion().compareTo(version) >= 0;
        case LESS -> isLess(candidate);
        case GREATER -> isGreater(candidate);
        case COMPATIBLE ->
            candidate.publicVersion().compareTo(version) >= 0
                && startsWith(candidate, version, version.release().size() - 1);
        case ARBITRARY -> throw new IllegalStateException("a text is no version");
      };
    }

    private boolean isEqual(Version candidate) {
      return version.equals(version.local().isEmpty() ? candidate.publicVersion() : candidate);
    }

    private boolean isLess(Version candidate) {
      boolean isPrereleaseOfVersion =
          !version.isPrerelease()
              && candidate.isPrerelease()
              && candidate.compareTo(version.earliestPrerelease()) >= 0;
      return candidate.compareTo(version) < 0 && !isPrereleaseOfVersion;
    }

    private boolean isGreater(Version candidate) {
      boolean isPostreleaseOfVersion =
          !version.isPostrelease()
              && candidate.isPostrelease()
              && candidate.withoutPost().equals(version);
      return candidate.publicVersion().compareTo(version) > 0 && !isPostreleaseOfVersion;
    }

    @Override
    public boolean asksForPrereleases() {
      return operator != Operator.NOT_EQUAL && version.isPrerelease();
    }

    @Override
    public String toString() {
      return operator + version.toString();
    }
  }

  /**
   * A demand that a version begins with a release, or does not: {@code ==1.4.*}.
   *
   * @param isNegated whether it must not
   * @param release an epoch and a release, without any other part
   */
  record Prefix(boolean isNegated, Version release) implements VersionSpecifier {
    @Override
    public boolean contains(Version candidate) {
      return isNegated != startsWith(candidate, release, release.release().size());
    }

    @Override
    public boolean asksForPrereleases() {
      return false;
    }

    @Override
    public String toString() {
      return (isNegated ? "!=" : "==") + release + ".*";
    }
  }

  /** A demand that a version, in its normal form, is this text, in any case. */
  record Arbitrary(String text) implements VersionSpecifier {
    @Override
    public boolean contains(Version candidate) {
      return candidate.toString().equals(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean asksForPrereleases() {
      return Version.tryParse(text).map(Version::isPrerelease).orElse(false);
    }

    @Override
    public String toString() {
      return "===" + text;
    }
  }

  /** Whether {@code candidate} has the epoch and the first numbers of {@code version}. */
  private static boolean startsWith(Version candidate, Version version, int numbers) {
    if (!candidate.epoch().equals(version.epoch())) {
      return false;
    }
    for (int i = 0; i < numbers; i++) {
      if (!candidate.releaseNumber(i).equals(version.releaseNumber(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads one demand, with white space around it.
   *
   * @throws SyntaxException when it is none
   */
  static VersionSpecifier parse(String text) {
    Cursor cursor = new Cursor(text);
    cursor.skipWhiteSpace();
    VersionSpecifier specifier = VersionSpecifierReader.read(cursor);
    cursor.skipWhiteSpace();
    if (!cursor.atEnd()) {
      throw VersionSpecifierReader.unexpected(cursor);
    }
    return specifier;
  }

  /** As {@link #parse}, but empty when {@code text} is no demand on a version. */
  static Optional<VersionSpecifier> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }
}
