package vivarium.packages.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was decided so far, and what followed, in the order it did. */
final class Decisions {
  private final List<Step> steps = new ArrayList<>();
  private final Map<Releases, BitSet> left = new HashMap<>();
  private final Map<Releases, Integer> seen = new HashMap<>();
  private final Set<Releases> decided = new HashSet<>();
  private int level;

  /**
   * One step.
   *
   * @param set what may become of {@code releases} from here on
   * @param level how many decisions there were, this one included
   * @param cause why it follows; empty for a decision
   */
  record Step(
      Releases releases, BitSet set, int index, int level, Optional<Incompatibility> cause) {}

  /** How what is left relates to a term. */
  enum Relation {
    HOLDS,
    FAILS,
    OPEN
  }

  void decide(Releases releases, int release) {
    level++;
    decided.add(releases);
    add(releases, Releases.one(release), Optional.empty());
  }

  void derive(Releases releases, BitSet set, Incompatibility cause) {
    add(releases, set, Optional.of(cause));
  }

  private void add(Releases releases, BitSet set, Optional<Incompatibility> cause) {
    steps.add(new Step(releases, set, steps.size(), level, cause));
    seen.putIfAbsent(releases, steps.size());
    BitSet now = left(releases);
    now.and(set);
    left.put(releases, now);
  }

  /** What may still become of a package. */
  BitSet left(Releases releases) {
    BitSet set = left.get(releases);
    return set == null ? releases.anything() : (BitSet) set.clone();
  }

  Relation relation(Releases releases, BitSet term) {
    BitSet set = left(releases);
    BitSet outside = (BitSet) set.clone();
    outside.andNot(term);
    if (outside.isEmpty()) {
      return Relation.HOLDS;
    }
    return set.intersects(term) ? Relation.OPEN : Relation.FAILS;
  }

  /** The package to decide next: needed, and with the fewest releases left. */
  Optional<Releases> undecided() {
    Releases next = null;
    for (Map.Entry<Releases, BitSet> entry : left.entrySet()) {
      Releases releases = entry.getKey();
      if (!decided.contains(releases)
          && !releases.mayBeLeftOut(entry.getValue())
          && (next == null || comesBefore(releases, next))) {
        next = releases;
      }
    }
    return Optional.ofNullable(next);
  }

  private boolean comesBefore(Releases one, Releases other) {
    int difference = left(one).cardinality() - left(other).cardinality();
    return difference == 0
        ? seen.getOrDefault(one, 0) < seen.getOrDefault(other, 0)
        : difference < 0;
  }

  /** The first step after which {@code term} holds. */
  Step satisfier(Releases releases, BitSet term) {
    BitSet set = releases.anything();
    for (Step step : steps) {
      if (step.releases() == releases) {
        set.and(step.set());
        BitSet outside = (BitSet) set.clone();
        outside.andNot(term);
        if (outside.isEmpty()) {
          return step;
        }
      }
    }
    throw new IllegalStateException("nothing made this hold of " + releases.name());
  }

  /** Takes all steps after a number of decisions back. */
  void backtrack(int to) {
    while (!steps.isEmpty() && steps.get(steps.size() - 1).level() > to) {
      Step last = steps.remove(steps.size() - 1);
      if (last.cause().isEmpty()) {
        decided.remove(last.releases());
      }
    }
    level = to;
    left.clear();
    for (Step step : steps) {
      BitSet now = left(step.releases());
      now.and(step.set());
      left.put(step.releases(), now);
    }
  }

  /** The release that was decided for each package. */
  Map<Releases, Integer> chosen() {
    Map<Releases, Integer> chosen = new HashMap<>();
    for (Step step : steps) {
      if (step.cause().isEmpty()) {
        chosen.put(step.releases(), step.set().nextSetBit(0));
      }
    }
    return chosen;
  }
}
