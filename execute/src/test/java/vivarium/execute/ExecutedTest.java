package vivarium.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.document;
import static vivarium.execute.Cells.failure;
import static vivarium.execute.Cells.frame;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.engine.python.JobResult.Reason;
import vivarium.execute.cache.OutputCache;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.FrontMatter;

class ExecutedTest {
  private final FakeEngine engine = new FakeEngine();

  @Test
  void cells_that_do_as_they_should_need_no_words() {
    assertThat(diagnostics("a.md", cell("a"), cell("b"))).isEmpty();
  }

  @Test
  void an_exception_is_told_with_its_line() {
    engine.answer("plot", failure("NameError", "name 'x' is not defined", frame("plot", 3)));
    assertThat(only("slides.md", cell("plot").line(39).code("a\nb\nc\nd")))
        .hasToString(
            """
            slides.md:42: Cell "plot" raised NameError: name 'x' is not defined.
              Correct it, or write "raises" in the braces of its fence if the exception is meant.""");
  }

  @Test
  void notebooks_have_tags_where_markdown_has_braces() {
    engine.answer("a", failure("NameError", "x"));
    assertThat(only("a.ipynb", cell("a")).remedy())
        .isEqualTo(
            "Correct it, or give it the tag \"raises-exception\" if the exception is meant.");
  }

  @Test
  void a_script_which_may_have_no_cells_is_told_the_line_to_write() {
    engine.answer("a", failure("NameError", "x"));
    assertThat(only("a.py", cell("a")).remedy())
        .isEqualTo(
            "Correct it, or write the line `# %% tags=[\"raises-exception\"]` above the code if the"
                + " exception is meant.");
    engine.answer("a", failure("ModuleNotFoundError", "No module named 'numpy'"));
    assertThat(only("a.PY", cell("a")).remedy())
        .endsWith(
            "or write the line `# %% tags=[\"skip-execution\"]` above the code so that it does not"
                + " run.");
    engine.end("a", Reason.TIME_LIMIT, "");
    assertThat(only("a.py", cell("a")).remedy()).contains("\"#| timelimit: SECONDS\"");
  }

  @Test
  void severity_is_as_asked_and_the_code_is_stable() {
    engine.answer("a", failure("NameError", "x"));
    Executed executed = execute("a.md", cell("a"));
    assertThat(executed.diagnostics(Severity.WARNING))
        .extracting(Diagnostic::code, Diagnostic::severity)
        .containsExactly(tuple("cell-raised", Severity.WARNING));
    assertThat(executed.diagnostics(Severity.ERROR)).allMatch(Diagnostic::isError);
  }

  @Test
  void the_line_is_the_cells_own_innermost() {
    engine.answer(
        "a", failure("E", "m", frame("a", 1), frame("a", 2), frame("helper", 3), frame("gone", 9)));
    assertThat(
            only("a.md", cell("helper").line(5).code("1\n2\n3"), cell("a").line(30).code("1\n2")))
        .extracting(found -> found.where().line())
        .isEqualTo(32);
  }

  @Test
  void an_exception_from_another_cells_function_names_that_cell() {
    engine.answer("a", failure("E", "m", frame("a", 2), frame("helper", 3)));
    assertThat(
            only("a.md", cell("helper").line(5).code("1\n2\n3"), cell("a").line(30).code("1\n2"))
                .message())
        .isEqualTo("Cell \"a\" raised E: m. It comes from cell \"helper\", line 8.");
  }

  @Test
  void without_a_line_of_its_own_another_cells_counts_and_else_the_first() {
    engine.answer("a", failure("E", "m", frame("helper", 2)));
    engine.answer("b", failure("E", "m"));
    engine.answer("c", failure("E", "m", frame("unknown", 2)));
    assertThat(
            diagnostics(
                "a.md",
                cell("helper").line(5).code("1\n2"),
                cell("a").line(30),
                cell("b").line(50),
                cell("c").line(70)))
        .extracting(found -> found.where().line())
        .containsExactly(7, 51, 71);
  }

  @ParameterizedTest
  @CsvSource({"0,11", "-5,11", "2,12", "3,12", "2147483647,12"})
  void a_line_outside_the_code_is_its_nearest(int frame, int line) {
    engine.answer("a", failure("SyntaxError", "m", frame("a", frame)));
    assertThat(only("a.md", cell("a").line(10).code("if x:\n  (")).where().line()).isEqualTo(line);
  }

  @Test
  void a_message_is_one_printable_line_with_a_full_stop() {
    engine
        .answer("none", failure("KeyboardInterrupt", ""))
        .answer("stop", failure("E", "Stop."))
        .answer("lines", failure("E", "first\nsecond"))
        .answer("bad", failure("E", "\u001b[31m\u202ex"));
    assertThat(diagnostics("a.md", cell("none"), cell("stop"), cell("lines"), cell("bad")))
        .extracting(Diagnostic::message)
        .containsExactly(
            "Cell \"none\" raised KeyboardInterrupt.",
            "Cell \"stop\" raised E: Stop.",
            "Cell \"lines\" raised E: first …",
            "Cell \"bad\" raised E: \\u001b[31m\\u202ex.");
  }

  @Test
  void a_module_that_python_does_not_bring_has_its_own_remedy() {
    engine.answer("a", failure("ModuleNotFoundError", "No module named 'numpy'"));
    assertThat(only("a.md", cell("a")).remedy())
        .isEqualTo(
            "Correct the name; or, if it is a package, write packages: [NAME] in the front matter and"
                + " run vivarium lock; or write \"norun\" in the braces of its fence so that it does"
                + " not run at build time.");
    assertThat(only("a.py", cell("a")).remedy()).contains("in a block \"# /// script\" at the top");
    assertThat(only("a.ipynb", cell("a")).remedy())
        .endsWith("or give it the tag \"skip-execution\" so that it does not run.");
  }

  @Test
  void a_part_that_a_module_does_not_have_is_an_exception_like_others() {
    engine.answer(
        "a", failure("ModuleNotFoundError", "No module named 'os.x'; 'os' is not a package"));
    assertThat(only("a.md", cell("a")).remedy()).startsWith("Correct it, or write \"raises\"");
  }

  @ParameterizedTest
  @CsvSource({
    "UnsupportedOperation,this page cannot ask its reader for input",
    "io.UnsupportedOperation,input() needs a reader",
    "EOFError,EOF when reading a line"
  })
  void a_question_that_nobody_answers_has_its_own_remedy(String name, String value) {
    engine.answer("a", failure(name, value));
    assertThat(only("a.md", cell("a")).remedy()).startsWith("Nobody answers").contains("norun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not writable", "fileno", ""})
  void other_unsupported_operations_are_exceptions_like_others(String value) {
    engine.answer("a", failure("UnsupportedOperation", value));
    assertThat(only("a.md", cell("a")).remedy()).startsWith("Correct it");
  }

  @Test
  void an_exception_expected_in_vain_is_told_where_it_is_expected() {
    Diagnostic marked = only("a.md", cell("a").line(10).with(Flag.RAISES));
    assertThat(marked)
        .hasToString(
            """
            a.md:10: Cell "a" is expected to raise an exception and did not.
              Correct it, or take "raises" out of the braces of its fence.""");
    assertThat(marked.code()).isEqualTo("did-not-raise");
    assertThat(only("a.md", cell("a").line(10).recording(failure("KeyError", "k"))))
        .hasToString(
            """
            a.md:30: Cell "a" is expected to raise KeyError and did not.
              Correct it, or take the recorded error out of the source.""");
    assertThat(only("a.ipynb", cell("a").with(Flag.RAISES)).remedy()).contains("tag");
    assertThat(only("a.py", cell("a").with(Flag.RAISES)).remedy())
        .isEqualTo("Correct it, or take \"raises-exception\" out of the tags above it.");
  }

  @Test
  void a_cell_that_ran_too_long_says_how_many_did_not_run() {
    engine.end("loop", Reason.TIME_LIMIT, "");
    assertThat(only("a.md", cell("loop").line(10), cell("b"), cell("c")))
        .hasToString(
            """
            a.md:11: Cell "loop" ran longer than 30 s; the 2 cells after it did not run.
              Make it end sooner, or write timelimit=SECONDS in the braces of its fence if it needs longer.""");
    assertThat(
            only(
                    "a.ipynb",
                    cell("loop").with(CellOptions.Key.TIMELIMIT, "0.50").line(10),
                    cell("b"))
                .toString())
        .isEqualTo(
            """
            a.ipynb:11: Cell "loop" ran longer than 0.5 s; the cell after it did not run.
              Make it end sooner, or begin it with the line "#| timelimit: SECONDS" if it needs longer.""");
  }

  @Test
  void a_cell_that_waits_or_breaks_python_says_so() {
    engine.end("a", Reason.WAITS_FOREVER, "");
    assertThat(only("a.md", cell("a")))
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly("cell-waits-forever", "Cell \"a\" awaits what never comes.");
    engine.end("a", Reason.BROKE_DOWN, "Maximum call stack\u0007 size exceeded");
    assertThat(only("a.md", cell("a"), cell("b")))
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            "cell-broke-python",
            "Cell \"a\" ended Python (Maximum call stack\\u0007 size exceeded);"
                + " the cell after it did not run.");
    assertThat(only("a.md", cell("a")).remedy()).contains("recursion", "os._exit()", "norun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-1", "3600.1", "999999", "ten", "1e3", "", "١", "1.", "30s"})
  void a_time_limit_out_of_range_is_a_warning_and_the_usual_one_holds(String value) {
    Diagnostic found = only("a.md", cell("a").line(10).with(CellOptions.Key.TIMELIMIT, value));
    assertThat(found.code()).isEqualTo("bad-time-limit");
    assertThat(found)
        .hasToString(
            """
            a.md:10: warning: The time limit of cell "a" is out of range; it may run for 30 s.
              Give seconds above 0 and up to 3600, such as timelimit=60.""");
    assertThat(engine.jobs.get(0).cells().get(0).limit()).isEqualTo(TimeLimits.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "1,PT1S",
    "3600,PT1H",
    "3600.000,PT1H",
    "0.001,PT0.001S",
    ".5,PT0.5S",
    "007,PT7S",
    "0.000000001,PT0.000000001S"
  })
  void a_time_limit_in_range_holds(String value, Duration limit) {
    assertThat(diagnostics("a.md", cell("a").with(CellOptions.Key.TIMELIMIT, value))).isEmpty();
    assertThat(engine.jobs.get(0).cells().get(0).limit()).isEqualTo(limit);
  }

  @Test
  void diagnostics_are_sorted_by_line() {
    engine.answer("a", failure("E", "1")).answer("b", failure("E", "2"));
    engine.answer("setup", failure("E", "3"));
    assertThat(
            diagnostics(
                "a.md",
                cell("a").line(10),
                cell("b").line(30),
                cell("setup").line(50).with(Flag.SETUP)))
        .extracting(found -> found.where().line())
        .containsExactly(11, 31, 51);
  }

  @Test
  @Timeout(10)
  void a_huge_message_is_cut() {
    engine.answer("a", failure("E".repeat(100_000), "x ".repeat(1_000_000)));
    assertThat(only("a.md", cell("a")).message()).hasSizeLessThan(500).endsWith("…");
  }

  private Diagnostic only(String path, Cells... cells) {
    List<Diagnostic> found = diagnostics(path, cells);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<Diagnostic> diagnostics(String path, Cells... cells) {
    return execute(path, cells).diagnostics(Severity.ERROR);
  }

  private Executed execute(String path, Cells... cells) {
    try {
      return new Executor(engine, OutputCache.none())
          .execute(document(path, FrontMatter.DEFAULT, cells), Scope.ALL);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
