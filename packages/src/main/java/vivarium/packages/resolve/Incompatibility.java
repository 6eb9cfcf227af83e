package vivarium.packages.resolve;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What must not hold of all these packages together.
 *
 * @param terms what may not become of each, all at once
 */
record Incompatibility(Map<Releases, BitSet> terms, Cause cause) {
  /** Where it comes from. */
  sealed interface Cause {
    /** Somebody said so, in these words. */
    record Said(String text) implements Cause {}

    /** Some releases need another package. */
    record Needed(Releases by, Releases what, String wording) implements Cause {}

    /** It follows from two others. */
    record Derived(Incompatibility one, Incompatibility other) implements Cause {}
  }

  /** Terms that always hold are left out. */
  static Incompatibility of(Map<Releases, BitSet> terms, Cause cause) {
    Map<Releases, BitSet> telling = new LinkedHashMap<>();
    terms.forEach(
        (releases, set) -> {
          if (!releases.isAnything(set)) {
            telling.put(releases, set);
          }
        });
    return new Incompatibility(telling, cause);
  }

  /** What it says of one of its packages. */
  BitSet term(Releases releases) {
    return Objects.requireNonNull(terms.get(releases), releases::name);
  }

  /** False where it forbids nothing. */
  boolean canHold() {
    return terms.values().stream().noneMatch(BitSet::isEmpty);
  }
}
