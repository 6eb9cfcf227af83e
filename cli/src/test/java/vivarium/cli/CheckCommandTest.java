package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.EngineException;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;

class CheckCommandTest {
  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_document() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
    Files.writeString(folder.resolve("a.md"), "# A\n\n```python {run}\nprint 1\n```\n");
  }

  @Test
  void a_course_without_a_fault_gets_one_line_and_a_hint() {
    assertThat(console.run("check", "a.md")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            """
            Checked 1 document, 1 cell in 0.00 s: nothing is wrong.
            Slides were not measured; --slides does that in an installed browser.
            """);
    assertThat(console.err()).isEmpty();
    assertThat(console.workshop.open).hasValue(0);
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.NO);
  }

  @Test
  void what_is_wrong_is_listed_counted_and_explained() throws Exception {
    Files.writeString(folder.resolve("a.md"), "# A\n\n```python {run}\nraise KeyError\n```\n");
    console.workshop.next = () -> FakeWorkshop.good(FakeWorkshop.WARNING);
    assertThat(console.run("check", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .contains("a.md:4: Cell \"a-cell\" raised KeyError.")
        .contains("a.md:7: warning: There is no x.svg.")
        .endsWith("See docs/troubleshooting.md#cell-raised" + System.lineSeparator());
    assertThat(console.out()).contains("Checked 1 document, 1 cell in 0.00 s: 1 error, 1 warning.");
  }

  @Test
  void outputs_that_differ_are_shown_line_by_line() throws Exception {
    Files.writeString(
        folder.resolve("a.md"), "# A\n\n```python {run}\nprint 1\n```\n\n```output\n2\n```\n");
    assertThat(console.run("check", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .containsSubsequence(
            "a.md:7", "is not the recorded one.", "    - 2", "    + 1", "  Mend the cell")
        .contains("anew with vivarium run a.md --inplace.");
    console.err.reset();
    assertThat(console.run("check", "a.md", "--no-compare")).isEqualTo(ExitCode.FINE);
    assertThat(console.err()).isEmpty();
  }

  @Test
  void json_is_all_there_is_on_standard_output() {
    assertThat(console.run("check", "a.md", "--json")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            "{\"diagnostics\":[],\"documents\":[{\"path\":\"a.md\",\"cells\":[{\"id\":\"a-cell\","
                + "\"line\":4,\"status\":\"fine\",\"milliseconds\":12}]}]}\n");
  }

  @Test
  void junit_xml_goes_to_the_file_that_is_named() {
    assertThat(console.run("check", "a.md", "--junit", "tmp/report.xml")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("tmp/report.xml")).content().contains("<testsuite name=\"a.md\"");
    assertThat(console.run("check", "a.md", "--junit", "none/report.xml"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("There is no folder for " + Path.of("none", "report.xml"));
    assertThat(console.run("check", "a.md", "--junit", "tmp")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("docs/troubleshooting.md#cannot-write");
  }

  @Test
  void files_are_named_from_the_callers_folder() throws Exception {
    Files.createDirectories(folder.resolve("cc/x"));
    Files.writeString(
        folder.resolve("cc/x/sub dir.md"), "# A\n\n```python {run}\nraise KeyError\n```\n");
    console.workshop.next = () -> FakeWorkshop.good();
    assertThat(console.run("check", "cc", "--json", "--junit", "tmp/report.xml"))
        .isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).startsWith("cc/x/sub dir.md:4: Cell");
    assertThat(console.out())
        .contains("\"path\":\"cc/x/sub dir.md\",\"line\":4")
        .contains("\"path\":\"cc/x/sub dir.md\",\"cells\"");
    assertThat(folder.resolve("tmp/report.xml")).content().contains(" file=\"cc/x/sub dir.md\"");
    console.err.reset();
    console.run("check", "cc/x/sub dir.md");
    assertThat(console.err()).startsWith("cc/x/sub dir.md:4: Cell");
  }

  @Test
  @Timeout(30)
  void an_interrupted_check_reports_nothing() {
    console.workshop.next =
        () -> {
          Thread stop = new Thread(console.atExit.get(0));
          stop.start();
          while (!Thread.interrupted()) {
            Thread.onSpinWait();
          }
          return FakeWorkshop.bad(FakeWorkshop.ERROR);
        };
    console.run("check", "a.md", "--json", "--junit", "tmp/report.xml");
    assertThat(console.out() + console.err()).isEmpty();
    assertThat(folder.resolve("tmp/report.xml")).doesNotExist();
  }

  @Test
  void quiet_says_nothing_when_all_is_well() {
    assertThat(console.run("check", "a.md", "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(console.out() + console.err()).isEmpty();
  }

  @Test
  void outputs_of_earlier_runs_are_good_enough_unless_told_otherwise() {
    console.run("check", "a.md");
    assertThat(console.workshop.fresh).hasValue(0);
    console.run("check", "a.md", "--no-cache");
    assertThat(console.workshop.fresh).hasValue(1);
  }

  @Test
  void slides_need_a_browser() {
    console.environment.put("VIVARIUM_CHROMIUM", folder.resolve("none").toString());
    assertThat(console.run("check", "a.md", "--slides", "--json")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("Install one", "docs/troubleshooting.md#browser-not-found");
    assertThat(console.out()).contains("\"code\":\"browser-not-found\"");
  }

  @Test
  void a_machine_on_which_python_does_not_start_is_at_fault() {
    console.workshop.python =
        new FakePython() {
          @Override
          public JobResult run(Job job) {
            throw new EngineException("Python could not be started: no memory.");
          }
        };
    assertThat(console.run("check", "a.md")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err())
        .contains("python: Python could not be started: no memory.")
        .contains("docs/troubleshooting.md#python-not-started");
  }

  @Test
  void a_source_that_is_not_there_is_a_mistake_in_the_call() {
    assertThat(console.run("check", "b.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("There is no file or folder b.md.");
  }
}
