package vivarium.packages.wheel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vivarium.packages.requirement.ExtraName;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifiers;

/**
 * What a distribution says about itself in its {@code METADATA}, as far as it decides what else is
 * needed; see <a href="https://packaging.python.org/en/latest/specifications/core-metadata/">Core
 * metadata</a>.
 *
 * @param requirements what it needs, with the markers of its extras
 * @param requiresPython the versions of Python that it runs on
 * @param extras its optional parts
 */
public record CoreMetadata(
    PackageName name,
    Version version,
    List<Requirement> requirements,
    VersionSpecifiers requiresPython,
    List<ExtraName> extras) {
  public CoreMetadata {
    requirements = List.copyOf(requirements);
    extras = List.copyOf(extras);
  }

  /**
   * Reads a {@code METADATA} or {@code PKG-INFO} file.
   *
   * @throws SyntaxException when the name or version is missing, or a field that is read here is
   *     not what it has to be; its problem begins with the field
   */
  public static CoreMetadata parse(String content) {
    List<Header> headers = Header.read(content);
    return new CoreMetadata(
        one(headers, "Name", PackageName::new).orElseThrow(() -> missing(content, "Name")),
        one(headers, "Version", Version::parse).orElseThrow(() -> missing(content, "Version")),
        all(headers, "Requires-Dist", Requirement::parse),
        one(headers, "Requires-Python", VersionSpecifiers::parse).orElse(VersionSpecifiers.ANY),
        all(headers, "Provides-Extra", ExtraName::of));
  }

  private static SyntaxException missing(String content, String field) {
    return new SyntaxException(content, 0, "The field " + field + " is missing.");
  }

  /** The first field of this name; others are ignored, as e-mail readers do. */
  private static <T> Optional<T> one(
      List<Header> headers, String name, Function<String, T> reader) {
    List<T> all = all(headers.stream().filter(h -> h.is(name)).limit(1).toList(), name, reader);
    return all.stream().findFirst();
  }

  private static <T> List<T> all(List<Header> headers, String name, Function<String, T> reader) {
    List<T> all = new ArrayList<>();
    for (Header header : headers) {
      if (header.is(name)) {
        try {
          all.add(reader.apply(header.value()));
        } catch (SyntaxException e) {
          throw new SyntaxException(e.text(), e.offset(), name + ": " + e.problem());
        }
      }
    }
    return all;
  }
}
