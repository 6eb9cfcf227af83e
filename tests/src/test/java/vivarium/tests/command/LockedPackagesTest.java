package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vivarium.tests.packages.LockedFolder;

/** What the commands do with the packages of a lock file. */
class LockedPackagesTest {
  private LockedFolder locked;

  @BeforeEach
  void lock() throws IOException {
    locked =
        LockedFolder.create()
            .pure("fruit", "1.2", Map.of("fruit.py", "def name():\n    return 'apple'\n"))
            .document(
                "page",
                """
                ---
                format: page
                ---
                ```python {run #cell}
                import fruit
                fruit.name()
                ```

                ```output
                'apple'
                ```
                """);
  }

  @Test
  void cells_run_and_are_checked_with_the_packages() throws IOException {
    assertThat(locked.run("check", "--all").err()).isEmpty();
    Files.writeString(locked.folder().resolve("run.py"), "import fruit\nprint(fruit.name())\n");
    Path file = locked.folder().resolve("run.py");
    assertThat(Vivarium.run("run", file.toString()).out()).contains("apple");
  }

  @Test
  void a_changed_wheel_is_refused_with_both_hashes_and_nothing_is_written() throws IOException {
    Path wheel = locked.wheel("fruit");
    byte[] bytes = Files.readAllBytes(wheel);
    bytes[bytes.length / 2] ^= 1;
    Files.write(wheel, bytes);
    Path site = locked.folder().resolveSibling(locked.folder().getFileName() + "-none");
    for (String command : new String[] {"build", "check"}) {
      String[] options =
          command.equals("build") ? new String[] {"-o", site.toString()} : new String[0];
      Vivarium.Result result = locked.run(command, options);
      assertThat(result.exitCode()).as(command).isEqualTo(1);
      assertThat(result.err())
          .contains("vivarium.lock:", "wheel-refused")
          .containsPattern("SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}");
    }
    assertThat(site).doesNotExist();
  }

  @Test
  void a_hostile_wheel_is_refused_and_leaves_nothing() throws IOException {
    locked.pure("evil", "1.0", Map.of("../../outside.py", "x = 1\n"));
    Path site = locked.folder().resolveSibling(locked.folder().getFileName() + "-evil");
    Vivarium.Result result = locked.run("build", "-o", site.toString());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("wheel-refused", "evil-1.0-py3-none-any.whl");
    assertThat(site).doesNotExist();
  }

  @Test
  void another_wheel_gives_other_outputs_whatever_was_cached() throws IOException {
    assertThat(Files.readString(locked.build().resolve("page.html"))).contains("apple");
    LockedFolder other =
        LockedFolder.create()
            .pure("fruit", "1.3", Map.of("fruit.py", "def name():\n    return 'pear'\n"))
            .document("page", Files.readString(locked.folder().resolve("page.md")));
    Path site = other.build();
    assertThat(Files.readString(site.resolve("page.html"))).contains("pear");
    try (Stream<Path> files = Files.walk(site.resolve("vivarium/wheels"))) {
      assertThat(files.filter(path -> path.toString().endsWith(".whl"))).hasSize(1);
    }
  }

  @Test
  void a_document_that_asks_for_another_engine_than_the_lock_file_is_not_built()
      throws IOException {
    locked.document("other", "---\nengine: 0.27.7\n---\n# Other\n");
    for (String command : new String[] {"build", "check"}) {
      String[] options = command.equals("build") ? new String[] {"-o", "none"} : new String[0];
      Vivarium.Result result = locked.run(command, options);
      assertThat(result.exitCode()).as(command).isEqualTo(1);
      assertThat(result.err())
          .contains("other.md:2:9: This asks for Pyodide 0.27.7, and vivarium.lock is for 314.0.7.")
          .contains("Run: vivarium lock");
    }
  }

  @Test
  void without_a_lock_file_the_key_decides() throws IOException {
    Path folder = Files.createTempDirectory("vivarium-engine");
    Path document = folder.resolve("page.md");
    String cell = "```python {run}\nimport sys\nprint(sys.version_info[:2])\n```\n";
    Files.writeString(document, "---\nformat: page\nengine: 0.27.7\n---\n" + cell);
    Path site = folder.resolve("site");
    Vivarium.Result result = Vivarium.run("build", document.toString(), "-o", site.toString());
    assertThat(result.err()).isEmpty();
    assertThat(site.resolve("index.html")).content().contains("(3, 12)");
    assertThat(site.resolve("vivarium/pyodide-0.27.7"))
        .satisfiesAnyOf(
            it -> assertThat(it).exists(),
            it ->
                assertThat(Files.readString(site.resolve("vivarium/site.json")))
                    .contains("pyodide-0.27.7"));
  }

  @Test
  void the_same_lock_gives_the_same_site_to_the_last_byte() throws IOException {
    Path first = locked.build();
    Path second = locked.build("--quiet");
    try (Stream<Path> files = Files.walk(first)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }
}
