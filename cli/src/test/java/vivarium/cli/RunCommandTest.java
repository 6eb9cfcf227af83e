package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class RunCommandTest {
  private static final String TWO = "```python\nprint 1\n```\n\ntext\n\n```python\nprint 2\n```\n";

  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_folder_for_reports() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void every_cell_runs_and_what_it_writes_is_printed() throws Exception {
    write("a.md", TWO);
    assertThat(console.run("run", "a.md")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).isEqualTo("1\n2\n");
    assertThat(console.err()).isEmpty();
    assertThat(folder.resolve("a.md")).content().isEqualTo(TWO);
    assertThat(console.workshop.open).hasValue(0);
    assertThat(console.workshop.fresh).hasValue(1);
  }

  @Test
  void a_script_is_run_as_well() throws Exception {
    write("a.py", "print 1");
    assertThat(console.run("run", "a.py")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).isEqualTo("1\n");
  }

  @Test
  void values_and_streams_stand_on_lines_of_their_own_and_errors_go_elsewhere() throws Exception {
    write("a.py", "x");
    writes(
        new Output.Stream("stdout", "no end"),
        new Output.Result(MimeBundle.text("42")),
        new Output.Stream("stderr", "careful\n"),
        new Output.Display(new MimeBundle(Map.of("image/png", "aGk="))),
        new Output.Stream("stdout", "\u001b[31mred\u001b[0m\u001b[2J\n"));
    assertThat(console.run("run", "a.py")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines("no end\n42\n[image/png]\nred\ufffd[2J\n");
    assertThat(console.err()).isEqualTo("careful\n");
  }

  @Test
  void an_exception_ends_the_run_and_nothing_is_written() throws Exception {
    String text = "```python\nprint 1\n```\n\n```python\nraise KeyError\n```\n\n" + TWO;
    write("a.md", text);
    assertThat(console.run("run", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.out()).isEqualTo("1\n");
    assertThat(console.err()).contains("Traceback", "a.md:6: ", "raised KeyError.", "1 error.");
    console.err.reset();
    assertThat(console.run("run", "a.md", "--inplace")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("Traceback", "Nothing was written to a.md.");
    assertThat(folder.resolve("a.md")).content().isEqualTo(text);
  }

  @Test
  void an_exception_is_an_output_as_any_other_when_errors_are_allowed() throws Exception {
    write("a.md", "```python\nraise KeyError\n```\n\n```python\nprint 1\n```\n");
    assertThat(console.run("run", "a.md", "--allow-errors")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).isEqualTo("1\n");
    assertThat(console.run("run", "a.md", "--inplace", "--allow-errors")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("a.md")).content().contains("```error").contains("KeyError");
  }

  @Test
  void a_cell_that_ends_python_is_an_error_whatever_is_allowed() throws Exception {
    write("a.md", "```python\nloop\n```\n\n" + TWO);
    assertThat(console.run("run", "a.md", "--inplace", "--allow-errors"))
        .isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("a.md:2: ", "Nothing was written");
  }

  @Test
  void outputs_are_written_into_the_file_and_a_second_run_changes_nothing() throws Exception {
    write("a.md", TWO);
    assertThat(console.run("run", "a.md", "--inplace")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).isEqualToNormalizingNewlines("Ran 2 cells in 0.00 s: a.md\n");
    String once = Files.readString(folder.resolve("a.md"));
    assertThat(once).contains("```output\n1\n```").contains("```output\n2\n```");
    assertThat(console.run("run", "a.md", "--inplace", "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("a.md")).content().isEqualTo(once);
  }

  @Test
  void an_exception_that_is_recorded_and_gone_is_replaced() throws Exception {
    write("a.md", "```python\nprint 1\n```\n\n```error\nKeyError\n```\n");
    assertThat(console.run("run", "a.md", "--inplace")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("a.md")).content().contains("1").doesNotContain("KeyError");
  }

  @Test
  void an_exception_that_the_author_wants_and_does_not_get_is_an_error() throws Exception {
    write("a.md", "```python {raises}\nprint 1\n```\n");
    assertThat(console.run("run", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("docs/troubleshooting.md#did-not-raise");
  }

  @Test
  void another_file_is_of_the_same_kind_or_a_notebook() throws Exception {
    write("a.md", TWO);
    write("a.py", "print 1");
    assertThat(console.run("run", "a.md", "-o", "b.md")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("b.md")).content().contains("```output\n1\n```");
    assertThat(folder.resolve("a.md")).content().isEqualTo(TWO);
    assertThat(console.run("run", "a.py", "-o", "b.ipynb")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("b.ipynb")).content().contains("\"nbformat\"").contains("1\\n");
    assertThat(console.run("run", "b.ipynb", "-o", "c.md")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("c.md"))
        .hasContent("```python {run}\nprint 1\n```\n\n```output\n1\n```\n");
    assertThat(console.run("run", "a.md", "-o", "b.html")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("run", "a.py", "--inplace")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("A script has no place for outputs");
  }

  @Test
  void a_file_that_was_changed_meanwhile_is_left_alone() throws Exception {
    write("a.md", TWO);
    console.workshop.python =
        new FakePython() {
          @Override
          public JobResult run(Job job) throws InterruptedException {
            try {
              write("a.md", "changed");
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
            return super.run(job);
          }
        };
    assertThat(console.run("run", "a.md", "--inplace")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("docs/troubleshooting.md#file-changed");
    assertThat(folder.resolve("a.md")).content().isEqualTo("changed");
  }

  @Test
  void a_broken_notebook_is_told_once() throws Exception {
    write("a.ipynb", "{\"cells\":");
    assertThat(console.run("run", "a.ipynb", "--inplace")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("1 error.", "#bad-notebook").doesNotContain("cannot-record");
    console.err.reset();
    assertThat(console.run("run", "a.ipynb", "-o", "b.ipynb")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("1 error.", "#bad-notebook").doesNotContain("cannot-record");
  }

  @Test
  void what_cannot_be_run_is_a_mistake_in_the_call() throws Exception {
    write("a.txt", "");
    write("a.md", TWO);
    assertThat(console.run("run", "none.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("run", "tmp")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("run", "a.txt")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("run", "a.md", "--inplace", "-o", "b.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains(
            "There is no file none.md.",
            "tmp is a folder",
            "and not a.txt.",
            "Give either --inplace or -o, not both.");
  }

  private void writes(Output... outputs) {
    console.workshop.python =
        new FakePython() {
          @Override
          public JobResult run(Job job) {
            List<JobResult.Finished> finished = new ArrayList<>();
            finished.add(
                new JobResult.Finished(new Outputs(List.of(outputs)), Duration.ofMillis(1)));
            return new JobResult(finished, Optional.empty());
          }
        };
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
