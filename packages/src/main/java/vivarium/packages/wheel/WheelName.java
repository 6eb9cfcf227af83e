package vivarium.packages.wheel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;

/**
 * What the name of a wheel says: {@code numpy-2.0.1-cp312-cp312-pyodide_2024_0_wasm32.whl}; see <a
 * href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention">File
 * name convention</a>.
 *
 * @param fileName the name itself
 * @param tags everything that the wheel was built for, in the order of the name
 */
public record WheelName(
    String fileName,
    PackageName distribution,
    Version version,
    Optional<BuildNumber> build,
    Set<Tag> tags) {
  private static final String SUFFIX = ".whl";

  /** File systems end at 255. */
  static final int MAX_LENGTH = 255;

  /** More combinations than any wheel is for, and few enough to be compared. */
  static final int MAX_TAGS = 1_000;

  public WheelName {
    tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
  }

  /**
   * Reads the name of a wheel.
   *
   * @param fileName the file's name, without a folder
   * @throws SyntaxException when it is none
   */
  public static WheelName parse(String fileName) {
    if (fileName.length() > MAX_LENGTH) {
      throw new SyntaxException(
          fileName, MAX_LENGTH, "The name of a wheel has at most " + MAX_LENGTH + " characters.");
    }
    if (!fileName.endsWith(SUFFIX)) {
      throw new SyntaxException(
          fileName, fileName.length(), "The name of a wheel ends with " + SUFFIX + ".");
    }
    List<Part> parts = parts(fileName, '-', 0, fileName.length() - SUFFIX.length());
    if (parts.size() != 5 && parts.size() != 6) {
      throw new SyntaxException(
          fileName, 0, "The name of a wheel is NAME-VERSION-PYTHON-ABI-PLATFORM.whl.");
    }
    PackageName distribution = distribution(fileName, parts.get(0));
    Version version =
        Version.tryParse(parts.get(1).text())
            .orElseThrow(
                () ->
                    new SyntaxException(
                        fileName, parts.get(1).start(), "The second part is no version."));
    Optional<BuildNumber> build =
        parts.size() == 6 ? Optional.of(build(fileName, parts.get(2))) : Optional.empty();
    return new WheelName(fileName, distribution, version, build, tags(fileName, parts));
  }

  /** A part of the name. */
  private record Part(String text, int start) {}

  private static List<Part> parts(String name, char separator, int from, int end) {
    List<Part> parts = new ArrayList<>();
    int start = from;
    for (int i = from; i <= end; i++) {
      if (i == end || name.charAt(i) == separator) {
        parts.add(new Part(name.substring(start, i), start));
        start = i + 1;
      }
    }
    return parts;
  }

  private static PackageName distribution(String fileName, Part part) {
    try {
      return new PackageName(part.text());
    } catch (SyntaxException e) {
      throw new SyntaxException(fileName, part.start() + e.offset(), e.problem());
    }
  }

  private static BuildNumber build(String fileName, Part part) {
    Cursor cursor = new Cursor(part.text());
    String digits = cursor.takeDigits();
    if (digits.isEmpty()) {
      throw new SyntaxException(fileName, part.start(), "A build number begins with a digit.");
    }
    return new BuildNumber(new BigInteger(digits), part.text().substring(cursor.position()));
  }

  private static Set<Tag> tags(String fileName, List<Part> parts) {
    List<Part> pythons = set(fileName, parts.get(parts.size() - 3));
    List<Part> abis = set(fileName, parts.get(parts.size() - 2));
    List<Part> platforms = set(fileName, parts.get(parts.size() - 1));
    if ((long) pythons.size() * abis.size() * platforms.size() > MAX_TAGS) {
      throw new SyntaxException(fileName, 0, "This is for more than " + MAX_TAGS + " platforms.");
    }
    Set<Tag> tags = new LinkedHashSet<>();
    for (Part python : pythons) {
      for (Part abi : abis) {
        for (Part platform : platforms) {
          tags.add(new Tag(python.text(), abi.text(), platform.text()));
        }
      }
    }
    return tags;
  }

  /** The tags that stand for one another, with dots between them. */
  private static List<Part> set(String fileName, Part part) {
    List<Part> tags = parts(fileName, '.', part.start(), part.start() + part.text().length());
    for (Part tag : tags) {
      boolean isTag =
          !tag.text().isEmpty()
              && tag.text().chars().allMatch(c -> c == '_' || Cursor.isLetterOrDigit((char) c));
      if (!isTag) {
        throw new SyntaxException(
            fileName, tag.start(), "A tag has letters, digits and \"_\" only.");
      }
    }
    return tags;
  }

  /** Whether nothing in the wheel was compiled for a platform. */
  public boolean isPure() {
    return tags.stream().allMatch(tag -> tag.platform().equals("any"));
  }

  /** The name itself. */
  @Override
  public String toString() {
    return fileName;
  }
}
