package vivarium.packages.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vivarium.packages.resolve.Incompatibility.Cause;

/** Says in sentences how an incompatibility follows from what packages need. */
final class Explanation {
  private final Releases all;
  private final List<String> sentences = new ArrayList<>();
  private final IdentityHashMap<Incompatibility, Integer> numbers = new IdentityHashMap<>();
  private final Set<Incompatibility> shared = identitySet();

  /**
   * @param all stands for all that is wanted
   */
  Explanation(Releases all) {
    this.all = all;
  }

  List<String> of(Incompatibility last) {
    if (last.cause() instanceof Cause.Derived) {
      findShared(last, identitySet());
      explain(last);
    } else {
      sentences.add(said(last) + ".");
    }
    return sentences;
  }

  /** Each is one of a kind; to compare two would be to compare all they follow from. */
  private static Set<Incompatibility> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private void findShared(Incompatibility each, Set<Incompatibility> met) {
    if (each.cause() instanceof Cause.Derived derived) {
      if (!met.add(each)) {
        shared.add(each);
        return;
      }
      findShared(derived.one(), met);
      findShared(derived.other(), met);
    }
  }

  private void explain(Incompatibility each) {
    Cause.Derived derived = (Cause.Derived) each.cause();
    Incompatibility one = derived.one();
    Incompatibility other = derived.other();
    if (isDerived(one) && isDerived(other)) {
      explainOnce(one);
      int reference = number(one);
      explainOnce(other);
      conclude("Since that is so, and by (" + reference + ")", each);
    } else if (isDerived(one)) {
      follow(one, other, each);
    } else if (isDerived(other)) {
      follow(other, one, each);
    } else {
      conclude("Since " + said(one) + " and " + said(other), each);
    }
  }

  private void follow(Incompatibility first, Incompatibility then, Incompatibility conclusion) {
    if (numbers.containsKey(first)) {
      conclude("By (" + numbers.get(first) + "), and since " + said(then), conclusion);
    } else {
      explain(first);
      conclude("And since " + said(then), conclusion);
    }
  }

  private void explainOnce(Incompatibility each) {
    if (!numbers.containsKey(each)) {
      explain(each);
    }
  }

  private void conclude(String reason, Incompatibility conclusion) {
    sentences.add(reason + ", " + said(conclusion) + ".");
    if (shared.contains(conclusion)) {
      number(conclusion);
    }
  }

  /** Gives the last sentence a number, which others refer to. */
  private int number(Incompatibility each) {
    return numbers.computeIfAbsent(
        each,
        it -> {
          int number = numbers.size() + 1;
          int index = sentences.size() - 1;
          sentences.set(index, "(" + number + ") " + sentences.get(index));
          return number;
        });
  }

  private static boolean isDerived(Incompatibility each) {
    return each.cause() instanceof Cause.Derived;
  }

  private String said(Incompatibility each) {
    if (each.cause() instanceof Cause.Said said) {
      return said.text();
    }
    if (each.cause() instanceof Cause.Needed needed) {
      return needed.by().describe(each.term(needed.by())) + " needs " + needed.wording();
    }
    Map<Releases, BitSet> terms = new LinkedHashMap<>(each.terms());
    terms.remove(all);
    List<String> together = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    terms.forEach(
        (releases, set) -> {
          if (releases.mayBeLeftOut(set)) {
            needed.add(releases.describe(releases.not(set)));
          } else {
            together.add(releases.describe(set));
          }
        });
    if (together.isEmpty() && needed.isEmpty()) {
      return "there is no choice that meets all of that";
    }
    if (together.isEmpty()) {
      return String.join(" or ", needed) + " is needed";
    }
    String subject = String.join(" with ", together);
    return needed.isEmpty()
        ? subject + " cannot be used"
        : subject + " needs " + String.join(" or ", needed);
  }
}
