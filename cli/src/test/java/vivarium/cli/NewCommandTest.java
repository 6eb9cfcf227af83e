package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_course_is_written_and_the_next_step_named() {
    Console console = new Console(folder);
    assertThat(console.run("new", "my/course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("Next: vivarium serve " + Path.of("my", "course"));
    assertThat(folder.resolve("my/course/slides.md")).content().contains("title: My first lesson");
    assertThat(folder.resolve("my/course/practice.md")).exists();
  }

  @Test
  void an_empty_folder_is_as_good_as_none() throws Exception {
    Files.createDirectory(folder.resolve("course"));
    assertThat(new Console(folder).run("new", "course", "--quiet")).isEqualTo(ExitCode.FINE);
  }

  @Test
  void nothing_is_written_over() throws Exception {
    Path mine = Files.createDirectory(folder.resolve("course")).resolve("slides.md");
    Files.writeString(mine, "mine");
    Console console = new Console(folder);
    assertThat(console.run("new", "course")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("course is not empty");
    assertThat(console.run("new", "course/slides.md")).isEqualTo(ExitCode.USAGE);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void a_place_that_cannot_be_written_is_the_environments_fault() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    Console console = new Console(folder);
    assertThat(console.run("new", "file/course")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("docs/troubleshooting.md#cannot-write");
  }
}
