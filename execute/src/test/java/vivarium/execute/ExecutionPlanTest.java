package vivarium.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.document;
import static vivarium.execute.Cells.frontMatter;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Live;
import vivarium.model.document.Span;

class ExecutionPlanTest {
  @ParameterizedTest
  @EnumSource(names = {"RUN", "AUTORUN", "READONLY", "HIDDEN", "SETUP"})
  void a_build_runs_the_cells_that_are_live(Flag flag) {
    Document document = document(cell("live").with(flag), cell("shown"));
    assertThat(ids(document, Scope.BUILD)).containsExactly("live");
  }

  @Test
  void a_build_runs_live_cells_also_where_none_is_live_for_the_reader() {
    Document document =
        document(
            "slides.md",
            frontMatter(Live.NONE, Optional.empty()),
            cell("live").with(Flag.RUN),
            cell("shown"));
    assertThat(ids(document, Scope.BUILD)).containsExactly("live");
  }

  @Test
  void a_build_runs_every_cell_where_all_are_live() {
    Document document =
        document(
            "slides.md",
            frontMatter(Live.ALL, Optional.empty()),
            cell("one"),
            cell("never").with(Flag.NORUN));
    assertThat(ids(document, Scope.BUILD)).containsExactly("one");
  }

  @Test
  void the_whole_scope_has_cells_that_are_only_shown() {
    Document document = document(cell("live").with(Flag.RUN), cell("shown"));
    assertThat(ids(document, Scope.ALL)).containsExactly("live", "shown");
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void exercises_checks_and_norun_cells_never_run(Scope scope) {
    Document document =
        document(
            cell("norun").with(Flag.RUN, Flag.NORUN),
            cell("exercise").with(Flag.RUN).with(CellOptions.Key.EXERCISE, "mean"),
            cell("check").with(Flag.RUN).with(CellOptions.Key.CHECK, "mean"));
    assertThat(ids(document, scope)).isEmpty();
  }

  @Test
  void nothing_is_what_runs_when_nothing_is_to_run() {
    assertThat(ids(document(cell("live").with(Flag.RUN)), Scope.NOTHING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BUILD", "ALL"})
  void setup_cells_come_first_and_the_others_in_the_order_of_the_source(Scope scope) {
    Document document =
        document(
            cell("a").with(Flag.RUN),
            cell("first").with(Flag.SETUP),
            cell("b").with(Flag.AUTORUN),
            cell("second").with(CellOptions.Key.SETUP, "mean"),
            cell("c").with(Flag.HIDDEN));
    assertThat(ids(document, scope)).containsExactly("first", "second", "a", "b", "c");
  }

  @Test
  void cells_inside_other_blocks_run() {
    Block inside = new Block.PythonCell(cell("inside").with(Flag.RUN).build());
    Document document =
        new Document(
            "a.md",
            FrontMatter.DEFAULT,
            List.of(new Block.Quote(List.of(inside), new Span(1, 1, 30))));
    assertThat(ids(document, Scope.BUILD)).containsExactly("inside");
  }

  private static List<String> ids(Document document, Scope scope) {
    return ExecutionPlan.cells(document, scope).stream().map(Cell::id).toList();
  }
}
