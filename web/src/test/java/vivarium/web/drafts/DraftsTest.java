package vivarium.web.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
  private static final CellPlace PLACE = new CellPlace("sum", "author", 0, 1);

  @Test
  void a_first_draft_is_kept_and_the_next_text_takes_its_place() {
    Drafts drafts = Drafts.of(List.of());
    Draft first = drafts.save(draft("a", "one", 0, "tab"), "x").orElseThrow();
    Draft next = drafts.save(draft("a", "two", first.revision(), "tab"), "x").orElseThrow();
    assertThat(next.revision()).isEqualTo(2);
    assertThat(texts(drafts)).containsExactly("two");
  }

  @Test
  void what_another_tab_has_kept_meanwhile_stays_beside_mine() {
    Drafts drafts = Drafts.of(List.of());
    Draft first = drafts.save(draft("a", "one", 0, "left"), "x").orElseThrow();
    drafts.save(draft("a", "left", first.revision(), "left"), "x");
    Draft fork = drafts.save(draft("a", "right", first.revision(), "right"), "y").orElseThrow();
    assertThat(fork.id()).isEqualTo("y");
    assertThat(texts(drafts)).containsExactly("left", "right");
  }

  @Test
  void a_tab_meets_no_conflict_with_itself() {
    Drafts drafts = Drafts.of(List.of());
    drafts.save(draft("a", "one", 0, "tab"), "x");
    drafts.save(draft("a", "two", 0, "tab"), "y");
    assertThat(texts(drafts)).containsExactly("two");
  }

  @Test
  void the_authors_own_code_is_no_draft() {
    Drafts drafts = Drafts.of(List.of());
    assertThat(drafts.save(draft("a", "author", 0, "tab"), "x")).isEmpty();
    drafts.save(draft("a", "one", 0, "tab"), "x");
    assertThat(drafts.save(draft("a", "author", 1, "tab"), "x")).isEmpty();
    assertThat(drafts.all()).isEmpty();
  }

  @Test
  void a_draft_that_was_put_aside_elsewhere_is_kept_beside_what_is_typed_on() {
    Drafts drafts = Drafts.of(List.of());
    drafts.save(draft("a", "one", 0, "left"), "x");
    drafts.putAside("a", "left");
    drafts.save(draft("a", "two", 1, "right"), "y");
    assertThat(texts(drafts)).containsExactly("one", "two");
    assertThat(drafts.get("a").orElseThrow().earlier()).isTrue();
  }

  @Test
  void what_was_put_aside_can_be_taken_up() {
    Drafts drafts = Drafts.of(List.of());
    Draft draft = drafts.save(draft("a", "one", 0, "tab"), "x").orElseThrow();
    drafts.putAside("a", "tab");
    drafts.takeUp(draft, PLACE, "tab");
    assertThat(drafts.all()).hasSize(1).noneMatch(Draft::earlier);
  }

  @Test
  void the_same_text_is_not_kept_twice() {
    Drafts drafts = Drafts.of(List.of());
    drafts.add(draft("a", "one", 0, "left"));
    assertThat(drafts.add(draft("b", "one", 0, "right")).orElseThrow().id()).isEqualTo("a");
    assertThat(drafts.all()).hasSize(1);
  }

  /**
   * Tabs keep, put aside and choose at random, each knowing only what it saw last. A text that a
   * tab has not itself written over is there in the end.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_text_of_one_tab_is_written_over_by_another(int seed) {
    Random random = new Random(seed);
    Drafts drafts = Drafts.of(List.of());
    List<Optional<Draft>> bases = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
    Set<String> wanted = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      int tab = random.nextInt(2);
      String writer = "tab" + tab;
      Optional<Draft> base = bases.get(tab);
      switch (random.nextInt(4)) {
        case 0 -> bases.set(tab, drafts.all().stream().filter(d -> !d.earlier()).findFirst());
        case 1 -> {
          base.ifPresent(draft -> drafts.putAside(draft.id(), writer));
          bases.set(tab, Optional.empty());
        }
        default -> {
          Draft mine =
              new Draft(
                  base.map(Draft::id).orElse("n" + i),
                  PLACE,
                  "text" + i,
                  base.map(Draft::revision).orElse(0),
                  writer,
                  "",
                  false);
          Optional<Draft> stored = base.flatMap(draft -> drafts.get(draft.id()));
          boolean seen =
              stored.isPresent()
                  && !stored.get().earlier()
                  && (stored.get().revision() == mine.revision()
                      || stored.get().writer().equals(writer));
          if (seen) {
            wanted.remove(stored.orElseThrow().text());
          }
          bases.set(tab, drafts.save(mine, "f" + i));
          wanted.add(mine.text());
        }
      }
      assertThat(texts(drafts)).containsAll(wanted);
    }
    assertThat(wanted).hasSizeGreaterThan(10);
  }

  @Test
  void drafts_survive_being_written_down() {
    Draft draft = draft("a", "é\n\"\ud83d\ude00\\\t", 3, "tab");
    assertThat(DraftJson.read(DraftJson.write(draft).text())).contains(draft);
    WorkFile file = new WorkFile("/ a.md", "Title", List.of(draft));
    assertThat(WorkFile.read(file.text())).isEqualTo(file);
    assertThat(Records.read(Records.write(List.of(draft)))).containsExactly(draft);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "null", "{}", "[[[", "{\"version\":2}", "{\"version\":1,\"id\":5}"})
  void what_is_no_draft_is_left_alone(String garbage) {
    Draft draft = draft("a", "one", 1, "tab");
    Records records = Records.read(Map.of("a", DraftJson.write(draft).text(), "broken", garbage));
    assertThat(records.drafts()).containsExactly(draft);
    assertThat(records.unreadable()).containsExactly("broken");
    assertThat(records.changesTo(Drafts.of(List.of()))).containsOnlyKeys("a");
    assertThat(Records.read(garbage)).isEmpty();
  }

  private static Draft draft(String id, String text, int revision, String writer) {
    return new Draft(id, PLACE, text, revision, writer, "2026-01-01T00:00:00.000Z", false);
  }

  private static List<String> texts(Drafts drafts) {
    return drafts.all().stream().map(Draft::text).collect(Collectors.toList());
  }
}
