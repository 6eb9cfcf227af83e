package vivarium.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.document;
import static vivarium.execute.Cells.failure;
import static vivarium.execute.Cells.frontMatter;
import static vivarium.execute.Cells.outputs;
import static vivarium.execute.Cells.result;
import static vivarium.execute.Cells.stdout;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.execute.CellReport.Status;
import vivarium.execute.cache.OutputCache;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Live;
import vivarium.model.output.Outputs;

class ExecutorTest {
  private final FakeEngine engine = new FakeEngine();
  private final Executor executor = new Executor(engine, OutputCache.none());

  @Test
  void a_document_of_which_no_cell_runs_does_not_touch_the_engine() throws Exception {
    Document document = document(cell("shown"));
    Executed executed = executor.execute(document, Scope.BUILD);
    assertThat(executed).isEqualTo(new Executed(document, List.of(), false));
    assertThat(engine.jobs).isEmpty();
  }

  @Test
  void a_job_has_the_cells_in_order_with_environment_code_and_limit() throws Exception {
    executor.execute(
        document(
            cell("a").code("x").with(CellOptions.Key.ENV, "other"),
            cell("s").code("y").with(Flag.SETUP).with(CellOptions.Key.TIMELIMIT, "2.5")),
        Scope.ALL);
    assertThat(engine.jobs)
        .containsExactly(
            new Job(
                List.of(
                    new Job.Code("s", "main", "y", Duration.ofMillis(2500)),
                    new Job.Code("a", "other", "x", Duration.ofSeconds(30))),
                Instant.parse("2026-01-01T12:00:00Z")));
  }

  @Test
  void a_job_has_the_lines_that_cells_get_when_they_ask() throws Exception {
    executor.execute(
        document(
            cell("a").with(CellOptions.Key.STDIN, "Ada\\n\\n42"),
            cell("b").with(CellOptions.Key.STDIN, "one\ntwo"),
            cell("c")),
        Scope.ALL);
    assertThat(engine.jobs.get(0).cells())
        .extracting(Job.Code::input)
        .containsExactly(List.of("Ada", "", "42"), List.of("one", "two"), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29,2024-02-29T12:00:00Z",
    "' 1970-01-01 ',1970-01-01T12:00:00Z",
    "9999-12-31,9999-12-31T12:00:00Z"
  })
  void the_clock_starts_at_noon_of_the_documents_date(String date, Instant clock) throws Exception {
    assertThat(clockFor(date)).isEqualTo(clock);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "1969-12-31",
        "2023-02-29",
        "2024-13-01",
        "+99999-01-01",
        "2024-3-1",
        "March 2024"
      })
  void a_date_that_is_none_leaves_the_usual_clock(String date) throws Exception {
    assertThat(clockFor(date)).isEqualTo(Jobs.CLOCK);
  }

  @Test
  void cells_that_ran_carry_fresh_outputs_and_the_others_what_is_recorded() throws Exception {
    engine.answer("a", stdout("new"), result("2"));
    Executed executed =
        executor.execute(
            document(
                cell("a").with(Flag.RUN).recording(stdout("old")),
                cell("b").recording(stdout("old"))),
            Scope.BUILD);
    assertThat(executed.document().cells())
        .extracting(Cell::outputs)
        .containsExactly(outputs(stdout("new"), result("2")), outputs(stdout("old")));
  }

  @Test
  void a_report_has_the_cell_as_parsed_and_what_it_wrote() throws Exception {
    Cells cell = cell("a").recording(stdout("old"));
    engine.answer("a", stdout("new"));
    assertThat(executor.execute(document(cell), Scope.ALL).cells())
        .containsExactly(
            new CellReport(
                cell.build(), Status.FINE, outputs(stdout("new")), Duration.ofMillis(12), ""));
  }

  @Test
  void a_cell_may_raise_when_its_author_says_so_or_records_it() throws Exception {
    engine
        .answer("marked", failure("NameError", "x"))
        .answer("recorded", failure("NameError", "x"))
        .answer("unexpected", failure("NameError", "x"));
    Executed executed =
        executor.execute(
            document(
                cell("marked").with(Flag.RAISES),
                cell("recorded").recording(failure("KeyError", "k")),
                cell("unexpected").recording(stdout("fine"))),
            Scope.ALL);
    assertThat(executed.cells())
        .extracting(CellReport::status)
        .containsExactly(Status.FINE, Status.FINE, Status.RAISED);
    assertThat(executed.document().cells()).allMatch(cell -> cell.outputs().failure().isPresent());
  }

  @Test
  void a_cell_that_should_raise_has_to() throws Exception {
    Executed executed =
        executor.execute(
            document(
                cell("marked").with(Flag.RAISES),
                cell("recorded").recording(failure("KeyError", "k"))),
            Scope.ALL);
    assertThat(executed.cells()).extracting(CellReport::status).containsOnly(Status.DID_NOT_RAISE);
  }

  @ParameterizedTest
  @CsvSource({"TIME_LIMIT,TIME_LIMIT", "WAITS_FOREVER,WAITS_FOREVER", "BROKE_DOWN,BROKE_DOWN"})
  void the_cell_that_ended_python_and_those_after_it_have_no_fresh_outputs(
      JobResult.Reason reason, Status status) throws Exception {
    engine.end("bad", reason, "out of memory");
    Executed executed =
        executor.execute(
            document(
                cell("good").code("x"),
                cell("bad").with(Flag.RAISES).recording(stdout("old")),
                cell("after")),
            Scope.ALL);
    assertThat(executed.cells())
        .extracting(CellReport::status)
        .containsExactly(Status.FINE, status, Status.NOT_REACHED);
    assertThat(executed.cells())
        .extracting(CellReport::detail)
        .containsExactly("", "out of memory", "");
    assertThat(executed.cells().get(1).outputs()).isEqualTo(Outputs.NONE);
    assertThat(executed.document().cells())
        .extracting(Cell::outputs)
        .containsExactly(outputs(stdout("x")), outputs(stdout("old")), Outputs.NONE);
  }

  @Test
  void the_second_time_the_cache_answers(@TempDir Path folder) throws Exception {
    Executor caching = new Executor(engine, OutputCache.in(folder, 1_000_000));
    Document document = document(cell("a"));
    Executed first = caching.execute(document, Scope.ALL);
    Executed second = caching.execute(document, Scope.ALL);
    assertThat(first.fromCache()).isFalse();
    assertThat(second).isEqualTo(new Executed(first.document(), first.cells(), true));
    assertThat(engine.jobs).hasSize(1);

    engine.build("newer");
    assertThat(caching.execute(document, Scope.ALL).fromCache()).isFalse();
  }

  @Test
  void the_cache_answers_also_when_only_text_changed_around_the_cells(@TempDir Path folder)
      throws Exception {
    Executor caching = new Executor(engine, OutputCache.in(folder, 1_000_000));
    caching.execute(document(cell("a").line(10)), Scope.ALL);
    Executed moved =
        caching.execute(document(cell("a").line(50).recording(stdout("x"))), Scope.ALL);
    assertThat(moved.fromCache()).isTrue();
    assertThat(moved.cells().get(0).cell().sourceLine()).isEqualTo(51);
  }

  @Test
  void an_interruption_is_passed_on() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> executor.execute(document(cell("a")), Scope.ALL))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_result_that_is_not_the_jobs_is_refused() {
    List<Cell> cells = List.of(cell("a").build());
    assertThatThrownBy(() -> Reports.of(cells, new JobResult(List.of(), Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
    JobResult.Finished one = new JobResult.Finished(Outputs.NONE, Duration.ZERO);
    assertThatThrownBy(() -> Reports.of(cells, new JobResult(List.of(one, one), Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Instant clockFor(String date) throws InterruptedException {
    executor.execute(
        document("a.md", frontMatter(Live.MARKED, Optional.of(date)), cell("a")), Scope.ALL);
    return engine.jobs.get(0).clock();
  }
}
