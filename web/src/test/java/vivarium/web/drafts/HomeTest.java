package vivarium.web.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HomeTest {
  @Test
  void a_draft_stays_with_its_cell() {
    assertThat(home("b", cells("a", "1", "b", "2"), cells("a", "1", "b", "2"))).isEqualTo("b");
  }

  @Test
  void an_inserted_cell_moves_the_draft_to_the_cell_it_was_made_from() {
    assertThat(
            home(
                "x-cell-2",
                cells("x-cell", "one()", "x-cell-2", "two()"),
                cells("x-cell", "new()", "x-cell-2", "one()", "x-cell-3", "two()")))
        .isEqualTo("x-cell-3");
  }

  @Test
  void a_renamed_heading_moves_the_draft() {
    assertThat(home("old-cell", cells("old-cell", "one()"), cells("a", "0", "new-cell", "one()")))
        .isEqualTo("new-cell");
  }

  @Test
  void of_cells_with_the_same_code_the_number_tells_which() {
    List<CellPlace> old = cells("x-cell", "...", "x-cell-2", "...");
    List<CellPlace> now = cells("x-cell", "new", "x-cell-2", "...", "x-cell-3", "...");
    assertThat(home("x-cell", old, now)).isEqualTo("x-cell-2");
    assertThat(home("x-cell-2", old, now)).isEqualTo("x-cell-3");
  }

  @Test
  void an_id_that_the_author_gave_is_trusted() {
    List<CellPlace> old = cells("mean", "...", "sum", "...");
    assertThat(home("mean", old, cells("sum", "...", "mean", "..."))).isEqualTo("mean");
    assertThat(home("mean", old, cells("copy", "...", "mean", "all new"))).isEqualTo("mean");
  }

  @Test
  void code_that_was_changed_a_little_is_known_again() {
    assertThat(
            home(
                "x-cell",
                cells("x-cell", "total = sum(values)\nprint(total)"),
                cells(
                    "x-cell", "import math", "y-cell", "total = sum(values)\nprint('sum', total)")))
        .isEqualTo("y-cell");
  }

  @Test
  void a_cell_that_is_gone_has_no_home() {
    assertThat(home("sum", cells("sum", "print(1)"), cells("other-cell", "print(2)"))).isEmpty();
    assertThat(home("sum", cells("sum", "total = 1"), List.of())).isEmpty();
  }

  private static String home(String id, List<CellPlace> old, List<CellPlace> now) {
    CellPlace draft =
        old.stream().filter(place -> place.cell().equals(id)).findFirst().orElseThrow();
    OptionalInt home = Home.of(draft, now);
    return home.isPresent() ? now.get(home.getAsInt()).cell() : "";
  }

  private static List<CellPlace> cells(String... idsAndCode) {
    List<CellPlace.Written> written = new ArrayList<>();
    for (int i = 0; i < idsAndCode.length; i += 2) {
      written.add(new CellPlace.Written(idsAndCode[i], idsAndCode[i + 1]));
    }
    return CellPlace.of(written);
  }
}
