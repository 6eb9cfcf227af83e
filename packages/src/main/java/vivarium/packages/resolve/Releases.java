package vivarium.packages.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A package with its releases. What may become of it is a set of bits: one for each release, best
 * first, and a last one for being left out.
 */
final class Releases {
  private static final int MOST_RUNS = 4;

  private final String name;
  private final List<String> labels;

  Releases(String name, List<String> labels) {
    this.name = name;
    this.labels = List.copyOf(labels);
  }

  String name() {
    return name;
  }

  String label(int index) {
    return labels.get(index);
  }

  /** The releases for which {@code accepts} holds. */
  BitSet those(Predicate<String> accepts) {
    BitSet set = new BitSet();
    for (int i = 0; i < labels.size(); i++) {
      if (accepts.test(labels.get(i))) {
        set.set(i);
      }
    }
    return set;
  }

  static BitSet one(int index) {
    BitSet set = new BitSet();
    set.set(index);
    return set;
  }

  /** All that may become of the package. */
  BitSet anything() {
    BitSet set = new BitSet();
    set.set(0, labels.size() + 1);
    return set;
  }

  /** All that is not in {@code set}. */
  BitSet not(BitSet set) {
    BitSet rest = anything();
    rest.andNot(set);
    return rest;
  }

  boolean isAnything(BitSet set) {
    return set.cardinality() == labels.size() + 1;
  }

  /** Whether the package may be left out. */
  boolean mayBeLeftOut(BitSet set) {
    return set.get(labels.size());
  }

  /** Some of the releases in words: {@code rich 13.0 to 13.9}. */
  String describe(BitSet set) {
    if (set.cardinality() == labels.size() && labels.size() > 1) {
      return "every release of " + name;
    }
    String runs = runs(set);
    return runs.isEmpty() ? "some releases of " + name : (name + " " + runs).strip();
  }

  /** Which releases there are: {@code 1.0, 1.2 to 2.1}. */
  String describeAll() {
    String runs = runs(those(label -> true));
    return runs.isEmpty() ? labels.get(labels.size() - 1) + " to " + labels.get(0) : runs;
  }

  /** The oldest release first; empty when there are too many runs to read. */
  private String runs(BitSet set) {
    List<String> runs = new ArrayList<>();
    for (int end = set.previousSetBit(labels.size() - 1); end >= 0; ) {
      int start = set.previousClearBit(end) + 1;
      runs.add(start == end ? label(end) : label(end) + " to " + label(start));
      end = set.previousSetBit(start - 1);
    }
    return runs.size() > MOST_RUNS ? "" : String.join(", ", runs);
  }
}
