package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"build", "serve", "new", "check", "run", "lock", "pack", "pyscript"})
  void every_command_explains_itself_with_an_example(String command) {
    Console console = new Console(folder);
    assertThat(console.run(command, "--help")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("Example:").contains("  vivarium " + command + " ");
    Console other = new Console(folder);
    assertThat(other.run("help", command)).isEqualTo(ExitCode.FINE);
    assertThat(other.out()).isEqualTo(console.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "serve", "check"})
  void a_source_is_whatever_holds_cells(String command) {
    Console console = new Console(folder);
    console.run(command, "--help");
    assertThat(console.out().replaceAll("\\s+", " "))
        .contains("A document (.md, .markdown, .qmd, .ipynb, .py, .html) or a folder of them.");
  }

  @Test
  void the_program_names_its_commands_and_version() {
    Console console = new Console(folder);
    assertThat(console.run("--help")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("new", "serve", "build", "check", "run", "lock", "Example:");
    assertThat(console.run("--version")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("Vivarium ");
  }

  @Test
  void a_mistyped_command_gets_a_proposal() {
    Console console = new Console(folder);
    assertThat(console.run("biuld")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("Did you mean: vivarium build?");
    assertThat(console.run()).isEqualTo(ExitCode.USAGE);
  }
}
