package vivarium.packages.wheel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vivarium.packages.engine.PyodideBuild;

/**
 * Which wheels an engine can use, the best first; see <a
 * href="https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/">Platform
 * compatibility tags</a> and <a href="https://peps.python.org/pep-0783/">PEP 783</a>.
 */
public final class SupportedTags {
  /** The first Python that extension modules can be built for to run on later ones too. */
  private static final int FIRST_STABLE_ABI = 2;

  private final List<Tag> tags;
  private final Map<Tag, Integer> ranks = new HashMap<>();

  private SupportedTags(Set<Tag> tags) {
    this.tags = List.copyOf(tags);
    for (Tag tag : this.tags) {
      ranks.put(tag, ranks.size());
    }
  }

  /**
   * The tags of a build of Pyodide: first what was compiled for this Python and platform, then what
   * was compiled for an earlier one to last, then pure Python.
   */
  public static SupportedTags of(PyodideBuild build) {
    int minor = build.pythonMinor();
    String cpython = "cp3" + minor;
    List<String> platforms = List.of(build.platformTag(), build.genericPlatformTag());
    List<String> generic = generic(minor);
    Set<Tag> tags = new LinkedHashSet<>();
    add(tags, List.of(cpython), List.of(cpython, "abi3", "none"), platforms);
    for (int earlier = minor - 1; earlier >= FIRST_STABLE_ABI; earlier--) {
      add(tags, List.of("cp3" + earlier), List.of("abi3"), platforms);
    }
    add(tags, generic, List.of("none"), platforms);
    add(tags, List.of(cpython), List.of("none"), List.of("any"));
    add(tags, generic, List.of("none"), List.of("any"));
    return new SupportedTags(tags);
  }

  /** {@code py314}, {@code py3}, and the earlier ones down to {@code py30}. */
  private static List<String> generic(int minor) {
    List<String> generic = new ArrayList<>(List.of("py3" + minor, "py3"));
    for (int earlier = minor - 1; earlier >= 0; earlier--) {
      generic.add("py3" + earlier);
    }
    return generic;
  }

  private static void add(
      Set<Tag> tags, List<String> pythons, List<String> abis, List<String> platforms) {
    for (String python : pythons) {
      for (String abi : abis) {
        for (String platform : platforms) {
          tags.add(new Tag(python, abi, platform));
        }
      }
    }
  }

  /** All tags, the best first. */
  public List<Tag> all() {
    return tags;
  }

  /** How good a wheel is for the engine: 0 is best; empty when the engine cannot use it. */
  public OptionalInt rank(WheelName wheel) {
    return wheel.tags().stream()
        .filter(ranks::containsKey)
        .mapToInt(tag -> ranks.getOrDefault(tag, Integer.MAX_VALUE))
        .min();
  }

  /**
   * The best of several wheels of one version: of the best rank, and the highest build number of
   * these. Empty when the engine can use none.
   */
  public Optional<WheelName> best(Collection<WheelName> wheels) {
    Comparator<WheelName> byRank =
        Comparator.comparingInt(wheel -> rank(wheel).orElse(Integer.MAX_VALUE));
    return wheels.stream()
        .filter(wheel -> rank(wheel).isPresent())
        .min(byRank.thenComparing(SupportedTags::compareBuilds));
  }

  /** A higher build number comes first, and none last. */
  private static int compareBuilds(WheelName a, WheelName b) {
    if (a.build().isPresent() && b.build().isPresent()) {
      return b.build().get().compareTo(a.build().get());
    }
    return Boolean.compare(b.build().isPresent(), a.build().isPresent());
  }
}
