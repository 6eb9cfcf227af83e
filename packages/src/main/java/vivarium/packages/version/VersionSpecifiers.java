package vivarium.packages.version;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;

/**
 * Demands on a version that must all be met, in the order in which they were written: {@code
 * >=1.4,<2}. None of them, and every version will do.
 */
public record VersionSpecifiers(List<VersionSpecifier> all) {
  /** More than this no project writes, and every one is tried on every version of an index. */
  public static final int MAX_SPECIFIERS = 1_000;

  /** No demand at all. */
  public static final VersionSpecifiers ANY = new VersionSpecifiers(List.of());

  public VersionSpecifiers {
    all = List.copyOf(all);
  }

  /**
   * Reads demands with commas between them, and white space anywhere around; nothing at all is
   * {@link #ANY}.
   *
   * @throws SyntaxException when one is none
   */
  public static VersionSpecifiers parse(String text) {
    Cursor cursor = new Cursor(text);
    cursor.skipWhiteSpace();
    VersionSpecifiers specifiers = read(cursor);
    if (!cursor.atEnd()) {
      throw specifiers.all.isEmpty()
          ? VersionSpecifierReader.missing(cursor)
          : VersionSpecifierReader.unexpected(cursor);
    }
    return specifiers;
  }

  /**
   * Reads demands as long as there are some, and passes white space and a comma behind the last,
   * which projects leave there.
   */
  public static VersionSpecifiers read(Cursor cursor) {
    List<VersionSpecifier> all = new ArrayList<>();
    while (isOperator(cursor.peek())) {
      if (all.size() == MAX_SPECIFIERS) {
        throw cursor.problem("There are at most " + MAX_SPECIFIERS + " demands on a version.");
      }
      all.add(VersionSpecifierReader.read(cursor));
      cursor.skipWhiteSpace();
      if (!cursor.take(',')) {
        break;
      }
      cursor.skipWhiteSpace();
    }
    return new VersionSpecifiers(all);
  }

  private static boolean isOperator(char c) {
    return c == '=' || c == '!' || c == '<' || c == '>' || c == '~';
  }

  /**
   * Whether {@code version} meets every demand. A pre-release only does when pre-releases are
   * allowed, or when a demand names one; the specification's other case, that nothing else fits, is
   * the caller's, who knows the other versions.
   */
  public boolean contains(Version version, boolean allowPrereleases) {
    return (allowPrereleases || !version.isPrerelease() || askForPrereleases())
        && all.stream().allMatch(specifier -> specifier.contains(version));
  }

  /** Whether a demand names a pre-release, and so asks for pre-releases. */
  public boolean askForPrereleases() {
    return all.stream().anyMatch(VersionSpecifier::asksForPrereleases);
  }

  /** Whether every version will do. */
  public boolean isAny() {
    return all.isEmpty();
  }

  /** The demands in their normal form, as {@code >=1.4,<2}. */
  @Override
  public String toString() {
    return all.stream().map(VersionSpecifier::toString).collect(Collectors.joining(","));
  }
}
