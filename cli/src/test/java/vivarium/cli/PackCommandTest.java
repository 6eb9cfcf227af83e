package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_document() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
    Files.writeString(folder.resolve("a.md"), "# A");
    Files.writeString(folder.resolve("b.py"), "'Add numbers.'\nprint(1 + 1)");
    Files.writeString(folder.resolve("c.py"), "# %%\n1 + 1");
  }

  @Test
  void a_document_becomes_a_file_and_its_parts_are_told() {
    assertThat(console.run("pack", "a.md", "--id", "mine")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            "    1.23 MB  Python\nPacked a.md: a.html\n    0.00 MB  in all\n");
    assertThat(folder.resolve("a.html")).hasContent("mine");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.TO_PACK);
  }

  @Test
  void a_script_is_packed_without_running_it_and_cells_are_run() {
    assertThat(console.run("pack", "b.py", "--id", "x", "-o", "out.html")).isZero();
    assertThat(folder.resolve("out.html")).hasContent("xAdd numbers");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.AS_SCRIPT);
    assertThat(console.run("pack", "c.py")).isZero();
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.TO_PACK);
  }

  @Test
  void a_document_has_the_same_name_in_readers_browsers_wherever_it_is_packed() throws Exception {
    console.run("pack", "a.md", "-o", "one.html");
    console.run("pack", "a.md", "-o", "two.html");
    assertThat(folder.resolve("one.html"))
        .hasSameTextualContentAs(folder.resolve("two.html"))
        .content()
        .matches("[0-9a-f]{16}");
  }

  @Test
  void nothing_is_packed_but_one_document_and_nothing_is_written_over_it() {
    assertThat(console.run("pack", ".")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("is a folder. Name one document");
    assertThat(console.run("pack", "missing.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("pack", "a.md", "-o", "a.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("pack", "a.md", "-o", "tmp")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("pack", "a.md", "--id", "a b")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_document_with_errors_is_not_packed() {
    console.workshop.next = () -> FakeWorkshop.bad(FakeWorkshop.ERROR);
    assertThat(console.run("pack", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("a.md:3:5: This is no formula.");
    assertThat(folder.resolve("a.html")).doesNotExist();
  }
}
