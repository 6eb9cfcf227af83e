package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool as it is shipped: with the real assets, and V8. */
class InstalledWorkshopTest {
  /** Kept from one run to the next, since unpacking V8 takes a while. */
  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

  @TempDir Path folder = Path.of("");

  @Test
  void a_new_course_builds_without_a_diagnostic() {
    Console console = new Console(folder);
    assertThat(console.run("new", "course", "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(build(console, "course")).isEqualTo(ExitCode.FINE);
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .startsWith("Built 2 documents in ")
        .endsWith(Path.of("site", "index.html") + System.lineSeparator());
    assertThat(folder.resolve("site/slides.html")).content().contains("<viv-cell");
    assertThat(folder.resolve("site/slides.page.html")).exists();
    assertThat(folder.resolve("site/practice.html")).content().contains("katex");
  }

  @Test
  void the_example_course_builds_without_an_error() {
    Console console = new Console(folder);
    Path course = Path.of("..", "examples", "course").toAbsolutePath();
    assertThat(build(console, course.toString())).as(console.err()).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).startsWith("Built 4 documents in ");
    assertThat(folder.resolve("site/images/names.svg")).exists();
  }

  @Test
  void a_cache_that_cannot_be_written_is_the_environments_fault() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Files.writeString(folder.resolve("a.md"), "# A");
    Console console = new Console(folder);
    assertThat(console.run(workshop(file), "build", "a.md")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("docs/troubleshooting.md#v8-not-started");
  }

  private static int build(Console console, String source) {
    return console.run(workshop(CACHE), "build", source);
  }

  private static InstalledWorkshop workshop(Path cache) {
    return new InstalledWorkshop(cache, new LockedPackages(cache, List.of()));
  }
}
