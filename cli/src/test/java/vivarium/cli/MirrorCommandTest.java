package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.cli.mirror.Mirror;
import vivarium.cli.mirror.ProgramJars;

class MirrorCommandTest {
  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_course() throws IOException {
    console = new Console(folder);
    console.environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Files.createDirectories(folder.resolve("course"));
    Files.createDirectories(folder.resolve("tmp"));
    write("a.md", "---\nengine: 0.27.7\n---\n# A\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("course").resolve(name), text);
  }

  @Test
  void what_could_not_be_built_is_not_mirrored() throws IOException {
    write("b.md", "---\nengine: 314.0.7\n---\n# B\n");
    assertThat(console.run("mirror", "course", "-o", "kit", "--json"))
        .isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("course/b.md:2:9: This asks for Pyodide 314.0.7");
    assertThat(console.out()).contains("\"other-engine\"", "\"mirror\":null");
    assertThat(folder.resolve("kit")).doesNotExist();
  }

  @Test
  void a_program_that_is_not_packed_says_so_and_leaves_nothing() {
    assertThat(console.run("mirror", "course", "-o", "kit")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("#program-not-packed");
    assertThat(folder.resolve("kit")).doesNotExist();
  }

  @Test
  void a_wrong_call_says_what_is_wrong() {
    assertThat(console.run("mirror", "nothing")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("There is no folder nothing.");
    assertThat(console.run("mirror", "course/a.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("mirror", "course", "-o", ".")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("The mirror would replace the source");
    assertThat(console.run("mirror")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_folder_that_is_no_mirror_is_not_checked() {
    assertThat(console.run("mirror", "--check", "course")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("this is no mirror");
  }

  @Test
  void damage_is_told_of_with_both_hashes() throws IOException {
    new Mirror("course").program(new ProgramJars(Map.of()), "1").write(folder.resolve("kit"));
    assertThat(console.run("mirror", "--check", "kit")).isEqualTo(ExitCode.FINE);
    Files.writeString(folder.resolve("kit/vivarium"), "#!/bin/sh\n");
    Files.delete(folder.resolve("kit/vivarium.cmd"));
    assertThat(console.run("mirror", "--check", "kit")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .containsPattern("kit/vivarium: The SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}")
        .contains("kit/vivarium.cmd: This file is missing.", "#mirror-damaged");
  }
}
