package vivarium.packages.requirement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.VersionSpecifiers;

/**
 * A distribution that is needed, as {@code requests[socks]>=2.8.1; python_version < "3.15"}; see <a
 * href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/">Dependency
 * specifiers</a>.
 *
 * @param extras in alphabetical order, each once
 * @param specifiers none when there is a {@code url}
 * @param url where to take the distribution from; a text without white space, not checked further
 * @param marker when the requirement holds; always, when there is none
 */
public record Requirement(
    PackageName name,
    List<ExtraName> extras,
    VersionSpecifiers specifiers,
    Optional<String> url,
    Optional<Marker> marker) {
  /** Longer than any that was ever published, and short enough to be shown what is wrong with. */
  public static final int MAX_LENGTH = 20_000;

  public Requirement {
    extras = List.copyOf(new TreeSet<>(extras));
    if (url.isPresent() && !specifiers.isAny()) {
      throw new IllegalArgumentException("either a URL or versions");
    }
  }

  /**
   * Reads a requirement.
   *
   * @throws SyntaxException when it is none, or has more than {@link #MAX_LENGTH} characters
   */
  public static Requirement parse(String text) {
    return RequirementReader.read(text);
  }

  /** Whether this holds; see {@link Marker#evaluate}. */
  public boolean holds(MarkerEnvironment environment, Collection<ExtraName> extras) {
    return marker.map(condition -> condition.evaluate(environment, extras)).orElse(true);
  }

  /** The requirement in its normal form; {@link #parse} reads it as an equal one. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(name.written());
    if (!extras.isEmpty()) {
      out.append(
          extras.stream().map(ExtraName::normalized).collect(Collectors.joining(",", "[", "]")));
    }
    out.append(specifiers);
    url.ifPresent(address -> out.append(" @ ").append(address));
    marker.ifPresent(condition -> out.append(url.isPresent() ? " ; " : "; ").append(condition));
    return out.toString();
  }
}
