package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.packages.supply.TestIndex;
import vivarium.packages.supply.TestWheel;

@Timeout(120)
class LockCommandTest {
  @TempDir Path folder = Path.of("");
  private Path course = folder;
  private Console console = new Console(folder);
  private TestIndex index = started();

  private static TestIndex started() {
    try {
      return new TestIndex(true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void a_course() throws Exception {
    course = Files.createDirectory(folder.resolve("course"));
    Files.createDirectory(folder.resolve("tmp"));
    console = fresh();
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void packages_of_the_front_matter_are_locked_with_what_they_need() throws Exception {
    index.has(TestWheel.of("app", "1.0").needs("lib>=2")).has(TestWheel.of("lib", "2.1"));
    write("a.md", "---\npackages: [app]\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            """
            Locked 2 packages for Pyodide 314.0.7: course/vivarium.lock
              + app 1.0
              + lib 2.1
            """);
    assertThat(console.err()).isEmpty();
    assertThat(course.resolve("vivarium.lock"))
        .content()
        .contains("name = \"lib\"", "version = \"2.1\"", "index = \"" + index.url() + "\"");
  }

  @Test
  void a_lock_file_that_is_right_is_not_touched() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    lock("course");
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(course.resolve("vivarium.lock"), old);
    index.has(TestWheel.of("app", "2"));
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).isEqualTo("Nothing has changed: 1 package in course/vivarium.lock\n");
    assertThat(Files.getLastModifiedTime(course.resolve("vivarium.lock"))).isEqualTo(old);
  }

  @Test
  void releases_change_when_that_is_asked_for_and_what_nothing_needs_goes() throws Exception {
    index.has(TestWheel.of("app", "1")).has(TestWheel.of("lib", "1")).has(TestWheel.of("old", "1"));
    write("a.md", "---\npackages: [app, lib, old]\n---\n");
    lock("course");
    index.has(TestWheel.of("app", "2")).has(TestWheel.of("lib", "2"));
    write("a.md", "---\npackages: [app, lib]\n---\n");
    assertThat(lock("course", "--upgrade=app")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("  ~ app 1 → 2\n  - old 1\n").doesNotContain("lib");
    assertThat(lock("--upgrade", "course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("  ~ lib 1 → 2\n").doesNotContain("app");
    assertThat(lock("course", "--upgrade=none")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("there is no none in vivarium.lock.");
  }

  @Test
  void locking_one_document_keeps_what_others_need() throws Exception {
    index.has(TestWheel.of("app", "1")).has(TestWheel.of("lib", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    write("b.md", "---\npackages: [lib]\n---\n");
    lock("course/a.md");
    assertThat(lock("course/b.md")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("Locked 2 packages", "  + lib 1\n").doesNotContain("app");
  }

  @Test
  void every_place_that_asks_for_packages_is_read() throws Exception {
    for (String name :
        new String[] {"one", "two", "three", "four", "five", "six", "seven", "eight"}) {
      index.has(TestWheel.of(name, "1")).has(TestWheel.of(name, "2"));
    }
    write("a.md", "---\npackages:\n  - one\n---\n");
    write("b.py", "# /// script\n# dependencies = [\"two<2\"]\n# ///\nprint(1)\n");
    write("part/c.ipynb", notebook("import math"));
    write("part/requirements.txt", "three\n-c limits.txt\n");
    write("part/limits.txt", "four<2\none<2\n");
    write("pyscript.toml", "packages = [\"six\"]\n");
    write("part/pyscript.json", "{\"packages\": [\"seven==1\"]}\n");
    write("d.md", "```python {run}\nimport micropip\nawait micropip.install('eight')\n```\n");
    write("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"five\"]\n");
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .contains(
            "+ five 2", "+ one 1", "+ three 2", "+ two 1", "+ six 2", "+ seven 1", "+ eight 2");
    assertThat(console.out()).doesNotContain("four");
  }

  @Test
  void all_that_is_wrong_is_told_in_one_run_with_its_place() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app, 'b d', nowhere>=2]\n---\n");
    write("b.md", "# B\n\n```python {run}\nimport math\nimport nothing.at_all\n```\n");
    write("c.md", "```python {run}\nimport numpy\n```\n");
    write("d.md", "---\npackages: [nobody]\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .contains(
            "course/a.md:2:20: \"b d\" is no requirement",
            "course/a.md:2:24: This needs nowhere, which is not in the packages of Pyodide 314.0.7"
                + " or "
                + index.url()
                + ".",
            "course/b.md:5:8: Neither Python nor a declared package has the module"
                + " \"nothing\".",
            "add it to the front matter: packages: [nothing]",
            "course/c.md:2:8: numpy-",
            "come with Pyodide 314.0.7, and is not on this machine.",
            "vivarium lock --wheels DIR",
            "course/d.md:2:12: This needs nobody,",
            "5 errors.");
    assertThat(course.resolve("vivarium.lock")).doesNotExist();
  }

  @Test
  void demands_that_exclude_each_other_are_explained() throws Exception {
    index.has(TestWheel.of("app", "1").needs("lib>=2"));
    index.has(TestWheel.of("lib", "1")).has(TestWheel.of("lib", "2"));
    write("a.md", "---\npackages: [app]\n---\n");
    write("b.md", "---\ntitle: B\npackages: [lib<2]\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .isEqualToNormalizingNewlines(
            """
            course/a.md:2:12: There is no choice of packages that meets all demands.
              Since app 1 needs lib>=2 and course/a.md:2 needs app, lib 2 is needed.
              And since course/b.md:3 needs lib<2, there is no choice that meets all of that.
              Ask for other versions, or leave one of them out.
            1 error.
            See docs/troubleshooting.md#packages-conflict
            """);
  }

  @Test
  void without_an_index_the_message_says_how_to_name_one() throws Exception {
    write("a.md", "---\npackages: [app]\n---\n");
    assertThat(console.run("lock", "course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .contains("No package index is known. Name one with --index URL")
        .contains("PIP_INDEX_URL");
    write("a.md", "---\npackages: [rich]\n---\n");
    Console other = fresh();
    assertThat(other.run("lock", "course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(other.err())
        .contains("come with Pyodide", "An index may have the package as well: --index URL.");
  }

  @Test
  void the_index_of_pip_is_asked_too() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    console.environment.put("PIP_INDEX_URL", index.url());
    assertThat(console.run("lock", "course")).isEqualTo(ExitCode.FINE);
    Console other = fresh();
    Path config =
        Files.writeString(folder.resolve("pip.conf"), "[global]\nindex-url = " + index.url());
    other.environment.put("PIP_CONFIG_FILE", config.toString());
    Files.delete(course.resolve("vivarium.lock"));
    assertThat(other.run("lock", "course")).isEqualTo(ExitCode.FINE);
  }

  @Test
  void imports_are_enough_for_packages_that_lie_beside_the_documents() throws Exception {
    TestWheel.of("lib", "1").needs("dep").into(course.resolve("wheels"));
    TestWheel.of("dep", "3").into(folder.resolve("more"));
    write("a.md", "```python {run}\nimport lib\nfrom helper import x\n```\n");
    write("helper.py", "x = 1\n");
    assertThat(console.run("lock", "course", "--wheels", "more")).isEqualTo(ExitCode.FINE);
    assertThat(course.resolve("vivarium.lock"))
        .content()
        .contains("path = \"wheels/lib-1-py3-none-any.whl\"")
        .contains("path = \"../more/dep-3-py3-none-any.whl\"");
    Console again = fresh();
    assertThat(again.run("lock", "course")).isEqualTo(ExitCode.FINE);
    assertThat(again.out()).contains("Nothing has changed");
  }

  @Test
  void only_imports_of_cells_that_run_and_cannot_do_without_count() throws Exception {
    write(
        "a.md",
        """
        ```python
        import shown_only
        ```

        ```python {run raises}
        import expected_to_fail
        ```

        ```python {run}
        try:
            import fast
        except ImportError:
            fast = None
        ```
        """);
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualTo("No document here needs a package: there is nothing to lock.\n");
    assertThat(course.resolve("vivarium.lock")).doesNotExist();
  }

  @Test
  void offline_takes_what_was_loaded_before() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    lock("course");
    String before = Files.readString(course.resolve("vivarium.lock"));
    index.close();
    assertThat(lock("course", "--offline")).isEqualTo(ExitCode.FINE);
    assertThat(course.resolve("vivarium.lock")).content().isEqualTo(before);
    write("a.md", "---\npackages: [app, lib]\n---\n");
    assertThat(lock("course", "--offline")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("This needs lib", "--offline asks no index");
  }

  @Test
  void an_index_that_fails_is_the_machines_fault_and_leaves_the_lock_file() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    lock("course");
    index.server().on("/simple/app/", "text/html", "<h1>Log in</h1>");
    index.server().on("/simple/app/", it -> it.sendResponseHeaders(418, -1));
    assertThat(lock("course")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("answered 418", "#packages-not-reached");
    assertThat(course.resolve("vivarium.lock")).exists();
  }

  @Test
  void the_engine_is_what_documents_ask_for() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    lock("course");
    assertThat(course.resolve("vivarium.lock")).content().contains("engine = \"314.0.7\"");
    write("a.md", "---\npackages: [app]\nengine: 0.27.7\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(course.resolve("vivarium.lock")).content().contains("engine = \"0.27.7\"");
    assertThat(lock("course", "--engine", "314.0.7")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .contains("course/a.md:3:9: This asks for Pyodide 0.27.7, and --engine for 314.0.7.");
    write("a.md", "---\npackages: [app]\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.FINE);
    assertThat(course.resolve("vivarium.lock")).content().contains("engine = \"0.27.7\"");
    write("a.md", "---\nengine: 0.27\n---\n");
    assertThat(lock("course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err())
        .contains("There is no engine \"0.27\"; there are 314.0.7 and 0.27.7.");
  }

  @Test
  void an_engine_that_is_asked_for_is_locked_without_any_package() throws Exception {
    write("a.md", "# A\n");
    assertThat(lock("course", "--engine", "0.27.7")).isEqualTo(ExitCode.FINE);
    assertThat(course.resolve("vivarium.lock")).content().contains("engine = \"0.27.7\"");
  }

  @Test
  void a_lock_file_that_was_broken_in_a_merge_is_an_error_with_its_line() throws Exception {
    Files.writeString(course.resolve("vivarium.lock"), "lock-version = \"1.0\"\n<<<<<<< HEAD\n");
    write("a.md", "# A\n");
    assertThat(lock("course")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("course/vivarium.lock:2: This is no lock file");
  }

  @Test
  void what_is_no_document_or_lies_apart_is_a_mistake_in_the_call() throws Exception {
    write("a.md", "# A\n");
    write("part/b.md", "# B\n");
    write("c.txt", "");
    assertThat(lock("none")).isEqualTo(ExitCode.USAGE);
    assertThat(lock("course/a.md", "course/part/b.md")).isEqualTo(ExitCode.USAGE);
    assertThat(lock("course/c.txt")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void the_result_is_json_for_programs() throws Exception {
    index.has(TestWheel.of("app", "1"));
    write("a.md", "---\npackages: [app]\n---\n");
    lock("course", "--json");
    assertThat(console.out())
        .contains("\"packages\":[{\"name\":\"app\",\"version\":\"1\"}]", "\"changed\":true");
  }

  private int lock(String... arguments) {
    console = fresh();
    String[] all = new String[arguments.length + 3];
    all[0] = "lock";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--index";
    all[arguments.length + 2] = index.url();
    return console.run(all);
  }

  private Console fresh() {
    Console fresh = new Console(folder);
    fresh.environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    fresh.environment.put("HOME", folder.resolve("home").toString());
    fresh.environment.put("PIP_CONFIG_FILE", "/dev/null");
    return fresh;
  }

  private static String notebook(String code) {
    return """
        {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [],
        "execution_count": null, "source": ["%s"]}],
        "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """
        .formatted(code);
  }

  private void write(String name, String text) throws IOException {
    Path file = course.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
