package vivarium.packages.version;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;

/**
 * A version of a distribution, as in <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/">Version
 * specifiers</a>. Versions are ordered and compared as the specification says: {@code 1.0} equals
 * {@code 1.0.0}, though their texts differ.
 *
 * @param epoch 0 unless written
 * @param release the numbers between dots, at least one, with the zeros that were written
 * @param pre the part that makes it an alpha, a beta or a release candidate
 * @param post the number of a post-release
 * @param dev the number of a development release
 * @param local the segments behind {@code +}, in lower case, numbers without leading zeros; empty
 *     when there are none
 */
public record Version(
    BigInteger epoch,
    List<BigInteger> release,
    Optional<Pre> pre,
    Optional<BigInteger> post,
    Optional<BigInteger> dev,
    List<String> local)
    implements Comparable<Version> {
  /** Longer texts than this are no versions: none is known with a tenth of it. */
  public static final int MAX_LENGTH = 1_000;

  public Version {
    release = List.copyOf(release);
    local = List.copyOf(local);
    if (release.isEmpty()) {
      throw new IllegalArgumentException("a release has at least one number");
    }
  }

  /** What comes before a release. */
  public enum Stage {
    ALPHA("a"),
    BETA("b"),
    CANDIDATE("rc");

    private final String letters;

    Stage(String letters) {
      this.letters = letters;
    }
  }

  /**
   * The part of a version that makes it an alpha, a beta or a release candidate.
   *
   * @param number 0 unless written
   */
  public record Pre(Stage stage, BigInteger number) implements Comparable<Pre> {
    @Override
    public int compareTo(Pre other) {
      int byStage = stage.compareTo(other.stage);
      return byStage != 0 ? byStage : number.compareTo(other.number);
    }

    @Override
    public String toString() {
      return stage.letters + number;
    }
  }

  /**
   * Reads a version in any of the spellings that the specification allows, with white space around
   * it.
   *
   * @throws SyntaxException when it is none
   */
  public static Version parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new SyntaxException(
          text, MAX_LENGTH, "A version has at most " + MAX_LENGTH + " characters.");
    }
    Cursor cursor = new Cursor(text);
    cursor.skipWhiteSpace();
    Version version = new VersionReader(cursor).version();
    cursor.skipWhiteSpace();
    if (!cursor.atEnd()) {
      throw cursor.problem("This is no part of a version such as 1.4.2, 2.0rc1 or 1.0.post1.");
    }
    return version;
  }

  /** As {@link #parse}, but empty when {@code text} is no version. */
  public static Optional<Version> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether this comes before a release: an alpha, a beta, a candidate, or in development. */
  public boolean isPrerelease() {
    return pre.isPresent() || dev.isPresent();
  }

  /** Whether this is, or leads to, a post-release. */
  public boolean isPostrelease() {
    return post.isPresent();
  }

  /** This without its local part. */
  public Version publicVersion() {
    return local.isEmpty() ? this : new Version(epoch, release, pre, post, dev, List.of());
  }

  /** The version that this is a post-release of: without post, development and local parts. */
  Version withoutPost() {
    return new Version(epoch, release, pre, Optional.empty(), Optional.empty(), List.of());
  }

  /** The earliest pre-release of this version. */
  Version earliestPrerelease() {
    return new Version(epoch, release, pre, post, Optional.of(BigInteger.ZERO), List.of());
  }

  /** A number of the release; 0 where none is written. */
  public BigInteger releaseNumber(int index) {
    return index < release.size() ? release.get(index) : BigInteger.ZERO;
  }

  @Override
  public int compareTo(Version other) {
    int order = epoch.compareTo(other.epoch);
    for (int i = 0; order == 0 && i < Math.max(release.size(), other.release.size()); i++) {
      order = releaseNumber(i).compareTo(other.releaseNumber(i));
    }
    order = order != 0 ? order : Integer.compare(phase(), other.phase());
    if (order == 0 && pre.isPresent() && other.pre.isPresent()) {
      order = pre.get().compareTo(other.pre.get());
    }
    order = order != 0 ? order : compare(post, other.post, -1);
    order = order != 0 ? order : compare(dev, other.dev, 1);
    return order != 0 ? order : compareLocal(other);
  }

  /** Releases in development come first, then pre-releases, then the release and what follows. */
  private int phase() {
    if (pre.isPresent()) {
      return 1;
    }
    return dev.isPresent() && post.isEmpty() ? 0 : 2;
  }

  /**
   * Compares two numbers of which either may be missing.
   *
   * @param missing where a missing number stands: -1 before all others, 1 behind them
   */
  private static int compare(Optional<BigInteger> a, Optional<BigInteger> b, int missing) {
    if (a.isPresent() && b.isPresent()) {
      return a.get().compareTo(b.get());
    }
    if (a.isEmpty() && b.isEmpty()) {
      return 0;
    }
    return a.isEmpty() ? missing : -missing;
  }

  private int compareLocal(Version other) {
    for (int i = 0; i < Math.min(local.size(), other.local.size()); i++) {
      int order = compareSegments(local.get(i), other.local.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(local.size(), other.local.size());
  }

  /** Words come before numbers. */
  private static int compareSegments(String a, String b) {
    boolean isNumber = isNumber(a);
    if (isNumber != isNumber(b)) {
      return isNumber ? 1 : -1;
    }
    if (isNumber && a.length() != b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    return a.compareTo(b);
  }

  static boolean isNumber(String segment) {
    return segment.chars().allMatch(c -> Cursor.isDigit((char) c));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int length = release.size();
    while (length > 0 && release.get(length - 1).signum() == 0) {
      length--;
    }
    int hash = epoch.hashCode();
    for (BigInteger number : release.subList(0, length)) {
      hash = 31 * hash + number.hashCode();
    }
    hash = 31 * hash + pre.map(Pre::toString).hashCode();
    hash = 31 * hash + post.hashCode();
    hash = 31 * hash + dev.hashCode();
    return 31 * hash + local.hashCode();
  }

  /** The version in its normal form: {@code 1!2.0rc1.post2.dev3+ubuntu.1}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (epoch.signum() != 0) {
      out.append(epoch).append('!');
    }
    String separator = "";
    for (BigInteger number : release) {
      out.append(separator).append(number);
      separator = ".";
    }
    pre.ifPresent(out::append);
    post.ifPresent(number -> out.append(".post").append(number));
    dev.ifPresent(number -> out.append(".dev").append(number));
    if (!local.isEmpty()) {
      out.append('+').append(String.join(".", local));
    }
    return out.toString();
  }
}
