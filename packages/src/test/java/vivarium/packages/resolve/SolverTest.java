package vivarium.packages.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SolverTest {
  private final Shelf shelf = new Shelf();

  @Test
  void the_best_release_is_chosen_that_everyone_accepts() throws Exception {
    shelf.has("app", 2, "lib<3").has("app", 1).has("lib", 3).has("lib", 2).has("lib", 1);
    assertThat(chosen("app>=1")).isEqualTo(Map.of("app", "2", "lib", "2"));
    assertThat(chosen("app>=1", "lib<2")).isEqualTo(Map.of("app", "2", "lib", "1"));
  }

  @Test
  void what_nobody_needs_any_more_is_left_out() throws Exception {
    shelf.has("app", 2, "gone>=1", "lib>=9").has("app", 1).has("gone", 1).has("lib", 1);
    assertThat(chosen("app>=1")).isEqualTo(Map.of("app", "1"));
  }

  @Test
  void an_older_release_is_chosen_when_the_newer_ones_need_what_cannot_be() throws Exception {
    shelf
        .has("web", 3, "http>=2")
        .has("web", 2, "http>=2")
        .has("web", 1, "http<2")
        .has("http", 2, "old<1")
        .has("http", 1)
        .has("old", 1);
    assertThat(chosen("web>=1")).isEqualTo(Map.of("web", "1", "http", "1"));
  }

  @Test
  void packages_may_need_each_other() throws Exception {
    shelf.has("a", 1, "b>=1").has("b", 1, "a>=1");
    assertThat(chosen("a>=1")).isEqualTo(Map.of("a", "1", "b", "1"));
  }

  @Test
  void a_package_that_needs_itself_is_fine_when_it_is_the_release_it_needs() throws Exception {
    shelf.has("a", 2, "a<2").has("a", 1, "a>=1");
    assertThat(chosen("a>=1")).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void a_package_that_there_is_not_is_named_with_who_needs_it() throws Exception {
    assertThat(reasons("nothing>=1"))
        .containsExactly("lesson.md needs nothing>=1, and there is no package of that name.");
  }

  @Test
  void a_release_that_there_is_not_is_told_with_those_there_are() throws Exception {
    shelf.has("lib", 2).has("lib", 1);
    assertThat(reasons("lib>=3"))
        .containsExactly("lesson.md needs lib>=3, and there is only lib 1 to 2.");
  }

  @Test
  void two_needs_that_exclude_each_other_are_both_named() throws Exception {
    shelf.has("lib", 2).has("lib", 1);
    assertThat(reasons("lib>=2", "lib<2"))
        .containsExactly(
            "Since lesson.md needs lib>=2 and lesson.md needs lib<2,"
                + " there is no choice that meets all of that.");
  }

  @Test
  void a_conflict_further_away_is_explained_step_by_step() throws Exception {
    shelf
        .has("page", 2, "text>=2")
        .has("page", 1, "text>=2")
        .has("text", 2, "chars<2")
        .has("text", 1)
        .has("chars", 2)
        .has("chars", 1);
    assertThat(String.join("\n", reasons("page>=1", "chars>=2")))
        .contains("text 2 needs chars<2")
        .contains("lesson.md needs chars>=2")
        .endsWith("there is no choice that meets all of that.");
  }

  @Test
  void a_release_that_cannot_be_read_is_passed_over_and_named_when_there_is_no_other()
      throws Exception {
    shelf.has("lib", 2, "!has no readable metadata").has("lib", 1);
    assertThat(chosen("lib>=1")).isEqualTo(Map.of("lib", "1"));
    assertThat(reasons("lib>=2").get(0)).contains("lib 2 has no readable metadata");
  }

  @Test
  @Timeout(20)
  void many_releases_that_all_fail_alike_are_no_reason_to_wait() throws Exception {
    for (int release = 1; release <= 300; release++) {
      shelf.has("a", release, "b>=1", "c>=" + release);
      shelf.has("b", release, "c<" + release);
      shelf.has("c", release);
    }
    assertThat(Solver.solve(List.of(wanted("a>=1")), shelf)).isNotNull();
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void it_finds_a_choice_exactly_when_trying_all_of_them_does() throws Exception {
    int possible = 0;
    for (int seed = 0; seed < 3000; seed++) {
      Shelf random = Shelf.random(new Random(seed));
      List<Solver.Wanted> wanted = List.of(wanted("p0>=1"), wanted("p1>=1"));
      Solution solution = Solver.solve(wanted, random);
      boolean isPossible = random.canMeet(List.of("p0>=1", "p1>=1"));
      assertThat(solution instanceof Solution.Chosen).as("seed %d", seed).isEqualTo(isPossible);
      if (solution instanceof Solution.Chosen chosen) {
        possible++;
        assertThat(random.isSound(chosen.releases(), List.of("p0>=1", "p1>=1")))
            .as("seed %d: %s", seed, chosen)
            .isTrue();
      } else {
        assertThat(((Solution.Impossible) solution).reasons()).isNotEmpty();
      }
    }
    assertThat(possible).isBetween(300, 2700);
  }

  private Map<String, String> chosen(String... needs) throws Exception {
    return ((Solution.Chosen) solve(needs)).releases();
  }

  private List<String> reasons(String... needs) throws Exception {
    return ((Solution.Impossible) solve(needs)).reasons();
  }

  private Solution solve(String... needs) throws Exception {
    return Solver.solve(Stream.of(needs).map(SolverTest::wanted).toList(), shelf);
  }

  private static Solver.Wanted wanted(String need) {
    return new Solver.Wanted("lesson.md", Shelf.need(need));
  }

  /** Packages whose releases are whole numbers. */
  private static final class Shelf implements Catalogue {
    private final Map<String, Map<Integer, List<String>>> packages = new TreeMap<>();

    Shelf has(String name, int release, String... needs) {
      packages.computeIfAbsent(name, it -> new TreeMap<>()).put(release, List.of(needs));
      return this;
    }

    static Shelf random(Random random) {
      Shelf shelf = new Shelf();
      for (int name = 0; name < 5; name++) {
        int releases = 1 + random.nextInt(4);
        for (int release = 1; release <= releases; release++) {
          List<String> needs = new ArrayList<>();
          for (int i = random.nextInt(4); i > 0; i--) {
            String sign = random.nextBoolean() ? ">=" : "<";
            needs.add("p" + random.nextInt(5) + sign + (1 + random.nextInt(4)));
          }
          shelf.has("p" + name, release, needs.toArray(String[]::new));
        }
      }
      return shelf;
    }

    @Override
    public List<String> releases(String name) {
      return packages.getOrDefault(name, Map.of()).keySet().stream()
          .sorted(Comparator.reverseOrder())
          .map(String::valueOf)
          .toList();
    }

    @Override
    public String absence(String name) {
      return "and there is no package of that name";
    }

    @Override
    public Contents contents(String name, String release) {
      List<String> needs =
          packages.getOrDefault(name, Map.of()).getOrDefault(Integer.valueOf(release), List.of());
      return needs.stream()
          .filter(need -> need.startsWith("!"))
          .findFirst()
          .<Contents>map(reason -> new Contents.Unusable(reason.substring(1)))
          .orElseGet(() -> new Contents.Needs(needs.stream().map(Shelf::need).toList()));
    }

    static Need need(String wording) {
      boolean least = wording.contains(">=");
      List<String> parts = List.of(wording.split(">=|<", 2));
      int limit = Integer.parseInt(parts.get(1));
      Predicate<String> accepts = release -> least == (Integer.parseInt(release) >= limit);
      return new Need(parts.get(0), accepts, wording);
    }

    /** Whether some choice of releases meets all needs, by trying every one. */
    boolean canMeet(List<String> wanted) {
      return tryAll(new ArrayList<>(packages.keySet()), new LinkedHashMap<>(), wanted);
    }

    private boolean tryAll(List<String> names, Map<String, String> chosen, List<String> wanted) {
      if (chosen.size() == names.size()) {
        Map<String, String> used = new LinkedHashMap<>(chosen);
        used.values().removeIf(String::isEmpty);
        return isSound(used, wanted);
      }
      String name = names.get(chosen.size());
      List<String> options = new ArrayList<>(releases(name));
      options.add("");
      for (String option : options) {
        chosen.put(name, option);
        boolean isFound = tryAll(names, chosen, wanted);
        chosen.remove(name);
        if (isFound) {
          return true;
        }
      }
      return false;
    }

    /** Whether these releases meet what is wanted and what they need themselves. */
    boolean isSound(Map<String, String> chosen, List<String> wanted) {
      List<Need> needs = new ArrayList<>(wanted.stream().map(Shelf::need).toList());
      chosen.forEach(
          (name, release) -> {
            if (contents(name, release) instanceof Contents.Needs own) {
              needs.addAll(own.needs());
            }
          });
      return needs.stream()
          .allMatch(
              need ->
                  chosen.containsKey(need.name()) && need.accepts().test(chosen.get(need.name())));
    }
  }
}
