package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files run with the real Python. */
@Timeout(300)
class RunCommandTest {
  @TempDir Path folder;

  @Test
  void a_script_prints_as_it_would_elsewhere() throws IOException {
    Path script =
        write("a.py", "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint(6 * 7)\n");
    Vivarium.Result result = Vivarium.run("run", script.toString());
    assertThat(result.out()).isEqualTo("out\n42\n");
    assertThat(result.err()).isEqualTo("err\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void an_exception_is_a_traceback_a_line_and_exit_code_1() throws IOException {
    Path script = write("a.py", "print('before')\n\ndef f(x):\n    return 1 / x\n\nf(0)\n");
    Vivarium.Result result = Vivarium.run("run", script.toString());
    assertThat(result.out()).isEqualTo("before\n");
    assertThat(result.err()).contains("Traceback", "ZeroDivisionError: division by zero", "a.py:");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void markdown_takes_its_outputs_in_and_a_second_run_changes_no_byte() throws IOException {
    Path file =
        write(
            "a.md",
            """
            # A

            ```python
            import random, time
            print(random.random())
            print(time.time())
            ```

            ```python
            {'a': 1}
            ```
            """);
    assertThat(Vivarium.run("run", file.toString(), "--inplace").exitCode()).isZero();
    String once = Files.readString(file);
    assertThat(once).contains("```output").contains("{'a': 1}");
    assertThat(Vivarium.run("run", file.toString(), "--inplace").exitCode()).isZero();
    assertThat(file).content().isEqualTo(once);
    assertThat(Vivarium.run("check", file.toString()).exitCode()).isZero();
  }

  @Test
  void a_document_becomes_a_notebook_with_outputs_that_runs_and_checks() throws IOException {
    Path file = write("a.md", "# A\n\n```python\nprint('hello')\n```\n");
    Path notebook = folder.resolve("a.ipynb");
    assertThat(Vivarium.run("run", file.toString(), "-o", notebook.toString()).exitCode()).isZero();
    assertThat(notebook).content().contains("hello\\n").contains("\"nbformat\"");
    assertThat(Vivarium.run("run", notebook.toString()).out()).isEqualTo("hello\n");
    Vivarium.Result checked = Vivarium.run("check", notebook.toString());
    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
