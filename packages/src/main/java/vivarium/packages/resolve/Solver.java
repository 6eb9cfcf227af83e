package vivarium.packages.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses releases with <a
 * href="https://github.com/dart-lang/pub/blob/master/doc/solver.md">PubGrub</a>: it learns from
 * each dead end which releases do not go together, so that it comes to none twice and can say why
 * there is no way at all.
 */
public final class Solver {
  private final Catalogue catalogue;
  private final Map<String, Releases> packages = new HashMap<>();
  private final Map<Releases, List<Incompatibility>> known = new HashMap<>();
  private final Decisions decisions = new Decisions();
  private final Releases all = new Releases("", List.of(""));

  private Solver(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Something that is wanted, and who wants it. */
  public record Wanted(String by, Need need) {}

  /** Chooses the best releases that meet all that is wanted. */
  public static Solution solve(List<Wanted> wanted, Catalogue catalogue)
      throws CatalogueException, InterruptedException {
    return new Solver(catalogue).solve(wanted);
  }

  private Solution solve(List<Wanted> wanted) throws CatalogueException, InterruptedException {
    try {
      for (Wanted each : wanted) {
        String text = each.by() + " needs " + each.need().wording();
        add(needing(all, 0, each.need(), text));
      }
      decisions.decide(all, 0);
      Optional<Releases> next = Optional.of(all);
      while (next.isPresent()) {
        propagate(next.get());
        next = decisions.undecided();
        if (next.isPresent()) {
          decide(next.get());
        }
      }
    } catch (DeadEnd e) {
      return new Solution.Impossible(new Explanation(all).of(e.reason));
    }
    Map<String, String> chosen = new TreeMap<>();
    decisions.chosen().forEach((releases, one) -> chosen.put(releases.name(), releases.label(one)));
    chosen.remove(all.name());
    return new Solution.Chosen(Collections.unmodifiableMap(chosen));
  }

  private Releases releases(String name) throws CatalogueException, InterruptedException {
    Releases known = packages.get(name);
    if (known == null) {
      known = new Releases(name, catalogue.releases(name));
      packages.put(name, known);
    }
    return known;
  }

  /** {@code release} of {@code by} goes only with what it needs. */
  private Incompatibility needing(Releases by, int release, Need need, String text)
      throws CatalogueException, InterruptedException {
    Releases what = releases(need.name());
    BitSet accepted = what.those(need.accepts());
    Map<Releases, BitSet> terms = new LinkedHashMap<>();
    terms.put(by, Releases.one(release));
    if (what == by) { // As a package with extras needs itself.
      BitSet wrong = Releases.one(release);
      wrong.andNot(accepted);
      terms.put(by, wrong);
      return Incompatibility.of(terms, new Incompatibility.Cause.Said(text));
    }
    terms.put(what, what.not(accepted));
    if (accepted.isEmpty()) {
      return Incompatibility.of(terms, new Incompatibility.Cause.Said(text + missing(what)));
    }
    return Incompatibility.of(
        terms,
        by == all
            ? new Incompatibility.Cause.Said(text)
            : new Incompatibility.Cause.Needed(by, what, need.wording()));
  }

  private String missing(Releases what) {
    BitSet every = what.those(label -> true);
    return every.isEmpty()
        ? ", " + catalogue.absence(what.name())
        : ", and " + catalogue.only(what.name(), what.name() + " " + what.describeAll());
  }

  private void add(Incompatibility incompatibility) {
    for (Releases releases : incompatibility.terms().keySet()) {
      known.computeIfAbsent(releases, it -> new ArrayList<>()).add(incompatibility);
    }
    if (incompatibility.terms().isEmpty()) {
      throw new DeadEnd(incompatibility);
    }
  }

  /** Draws every conclusion from what is known of {@code changed}. */
  private void propagate(Releases changed) {
    Deque<Releases> waiting = new ArrayDeque<>(List.of(changed));
    while (!waiting.isEmpty()) {
      Releases releases = waiting.remove();
      List<Incompatibility> about = known.getOrDefault(releases, List.of());
      for (int i = about.size() - 1; i >= 0; i--) { // The newest tell most.
        Incompatibility each = about.get(i);
        if (holds(each)) {
          Incompatibility reason = learn(each);
          waiting.clear();
          waiting.add(conclude(reason, onlyOpen(reason).orElseThrow()));
          break;
        }
        Optional<Releases> open = onlyOpen(each);
        if (open.isPresent()) {
          waiting.remove(open.get());
          waiting.add(conclude(each, open.get()));
        }
      }
    }
  }

  private Releases conclude(Incompatibility reason, Releases about) {
    decisions.derive(about, about.not(reason.term(about)), reason);
    return about;
  }

  private boolean holds(Incompatibility incompatibility) {
    return incompatibility.terms().entrySet().stream()
        .allMatch(
            term -> decisions.relation(term.getKey(), term.getValue()) == Decisions.Relation.HOLDS);
  }

  /**
   * The only package whose term may hold or not, while all others hold; empty when there is none.
   */
  private Optional<Releases> onlyOpen(Incompatibility incompatibility) {
    Releases open = null;
    for (Map.Entry<Releases, BitSet> term : incompatibility.terms().entrySet()) {
      switch (decisions.relation(term.getKey(), term.getValue())) {
        case FAILS -> {
          return Optional.empty();
        }
        case OPEN -> {
          if (open != null) {
            return Optional.empty();
          }
          open = term.getKey();
        }
        case HOLDS -> {}
      }
    }
    return Optional.ofNullable(open);
  }

  /** Finds out why something came to hold that must not, and goes back to before that. */
  private Incompatibility learn(Incompatibility conflict) {
    Incompatibility reason = conflict;
    boolean isNew = false;
    while (!isFinal(reason)) {
      Conflict last = lastStep(reason);
      if (last.before() < last.step().level() || last.step().cause().isEmpty()) {
        decisions.backtrack(last.before());
        if (isNew) {
          add(reason);
        }
        return reason;
      }
      reason = combine(reason, last);
      isNew = true;
    }
    throw new DeadEnd(reason);
  }

  private boolean isFinal(Incompatibility incompatibility) {
    return incompatibility.terms().isEmpty()
        || incompatibility.terms().keySet().equals(Set.of(all));
  }

  /**
   * How an incompatibility came to hold.
   *
   * @param step the one after which it did
   * @param beyond what {@code step} leaves that is not in the term it makes true
   * @param before the level at which all else that it takes was there
   */
  private record Conflict(Decisions.Step step, BitSet beyond, int before) {}

  private Conflict lastStep(Incompatibility incompatibility) {
    List<Decisions.Step> steps = new ArrayList<>();
    incompatibility
        .terms()
        .forEach((releases, term) -> steps.add(decisions.satisfier(releases, term)));
    steps.sort(Comparator.comparing(Decisions.Step::index));
    Decisions.Step last = steps.get(steps.size() - 1);
    int before = steps.size() > 1 ? steps.get(steps.size() - 2).level() : 1;
    Releases releases = last.releases();
    BitSet beyond = (BitSet) last.set().clone();
    beyond.andNot(incompatibility.term(releases));
    if (!beyond.isEmpty()) { // An earlier step had excluded that.
      before = Math.max(before, decisions.satisfier(releases, releases.not(beyond)).level());
    }
    return new Conflict(last, beyond, Math.max(before, 1));
  }

  private static Incompatibility combine(Incompatibility reason, Conflict last) {
    Incompatibility cause = last.step().cause().orElseThrow();
    Releases about = last.step().releases();
    Map<Releases, BitSet> terms = new LinkedHashMap<>();
    for (Incompatibility each : List.of(reason, cause)) {
      each.terms()
          .forEach(
              (releases, set) -> {
                if (releases != about) {
                  BitSet both = terms.getOrDefault(releases, releases.anything());
                  both.and(set);
                  terms.put(releases, both);
                }
              });
    }
    if (!last.beyond().isEmpty()) {
      terms.put(about, about.not(last.beyond()));
    }
    return Incompatibility.of(terms, new Incompatibility.Cause.Derived(reason, cause));
  }

  /** Takes the best release that is left of a package, unless what it needs rules that out. */
  private void decide(Releases releases) throws CatalogueException, InterruptedException {
    int release = decisions.left(releases).nextSetBit(0);
    String label = releases.label(release);
    List<Incompatibility> added = new ArrayList<>();
    Catalogue.Contents contents = catalogue.contents(releases.name(), label);
    if (contents instanceof Catalogue.Contents.Needs needs) {
      for (Need need : needs.needs()) {
        String text = releases.describe(Releases.one(release)) + " needs " + need.wording();
        Incompatibility needing = needing(releases, release, need, text);
        if (needing.canHold()) {
          added.add(needing);
        }
      }
    } else if (contents instanceof Catalogue.Contents.Unusable unusable) {
      String text = releases.describe(Releases.one(release)) + " " + unusable.reason();
      added.add(
          new Incompatibility(
              Map.of(releases, Releases.one(release)), new Incompatibility.Cause.Said(text)));
    }
    added.forEach(this::add);
    boolean ruledOut =
        added.stream()
            .anyMatch(
                each ->
                    each.terms().entrySet().stream()
                        .allMatch(
                            term ->
                                term.getKey() == releases
                                    || decisions.relation(term.getKey(), term.getValue())
                                        == Decisions.Relation.HOLDS));
    if (!ruledOut) {
      decisions.decide(releases, release);
    }
  }

  private static final class DeadEnd extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Incompatibility reason;

    DeadEnd(Incompatibility reason) {
      this.reason = reason;
    }
  }
}
