package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.output.Outputs;

class PythonImageTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final List<String> IMPORTS = List.of("calendar", "html.parser");

  @TempDir static Path cache;
  private static SealedPython python;
  private static PythonImage.Made common;
  private static PythonImage.Made own;

  @BeforeAll
  static void start() throws Exception {
    python = TestPython.start(cache, 1);
    common = made(python, List.of());
    own = made(python, IMPORTS);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  @Test
  void an_image_has_what_was_asked_for_and_a_name_of_its_own() {
    assertThat(common.imports()).isEmpty();
    assertThat(own.imports()).isEqualTo(IMPORTS);
    assertThat(List.of(common.hash(), own.hash()))
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(own.compressed()).exists().isNotEqualTo(common.compressed());
  }

  @Test
  void it_is_compressed_and_much_smaller() throws IOException {
    for (PythonImage.Made image : List.of(common, own)) {
      assertThat(Files.size(image.compressed())).isBetween(500_000L, image.size() / 3);
    }
  }

  @Test
  void memory_that_is_free_takes_next_to_no_room() throws IOException {
    assertThat(common.size()).isLessThan(15_600_000);
    assertThat(Files.size(common.compressed())).isLessThan(4_700_000);
  }

  @Test
  void made_elsewhere_it_is_the_same_to_the_last_byte(@TempDir Path elsewhere) throws Exception {
    try (SealedPython other = TestPython.start(elsewhere, 1)) {
      // In the other order, and after a job, which leaves nothing in it.
      SealedPythonTest.run(other, "import random, wave\nrandom.random()");
      PythonImage.Made second = made(other, IMPORTS);
      PythonImage.Made first = made(other, List.of());
      assertThat(List.of(first.hash(), second.hash())).containsExactly(common.hash(), own.hash());
      assertThat(first.compressed()).hasSameBinaryContentAs(common.compressed());
      assertThat(second.compressed()).hasSameBinaryContentAs(own.compressed());
    }
  }

  @Test
  void a_job_writes_the_same_from_each_image() throws Exception {
    List<String> cells =
        List.of(
            """
            import calendar, csv, datetime, html.parser, io, os, random, sys, time, uuid
            print(random.random(), random.sample(range(1000), 5), uuid.uuid4(), os.urandom(4))
            print({'b', 'a', 'c'}, {b'x', 1.5, None}, hash('text'), time.time(), time.perf_counter())
            print(datetime.datetime.now(), time.tzname, time.strftime('%z'), time.localtime())
            print(os.getcwd(), sys.argv, sys.path, sys.orig_argv, __name__, sorted(globals()))
            print(sorted(os.environ.items()), os.listdir('.'))
            """,
            "csv.writer(sys.stdout).writerow([1, 'a,b'])",
            "calendar.prmonth(2026, 2)",
            "object",
            "import statistics, this_is_not_there",
            "csv.reader(1)",
            "html.parser.HTMLParser().feed('<p>'), calendar.TextCalendar(1).getfirstweekday()");
    String plain = text(run(python, cells));
    assertThat(text(run(python, cells, common))).isEqualTo(plain);
    assertThat(text(run(python, cells, own))).isEqualTo(plain);
    assertThat(plain)
        .contains("2026-01-01 12:00", "/home/pyodide ['']", "1,\"a,b\"", "February 2026")
        .contains("No module named 'this_is_not_there'")
        .doesNotContain("PYTHONHASHSEED");
  }

  @Test
  void what_is_imported_in_it_is_there_before_the_first_cell() throws Exception {
    String code = "import sys\n'calendar' in sys.modules, 'wave' in sys.modules";
    assertThat(text(run(python, List.of(code), common))).isEqualTo("(False, False)");
    assertThat(text(run(python, List.of(code), own))).isEqualTo("(True, False)");
  }

  @Test
  void no_path_is_searched_twice() throws Exception {
    String code = "import sys\nlen(sys.path) == len(set(sys.path)), len(sys.path) > 2";
    assertThat(text(run(python, List.of(code), own))).isEqualTo("(True, True)");
  }

  @Test
  void a_traceback_through_an_imported_module_shows_its_lines() throws Exception {
    String code = "import calendar\ncalendar.monthrange(2026, 13)";
    for (PythonImage.Made image : List.of(common, own)) {
      Outputs outputs = run(python, List.of(code), image).cells().get(0).outputs();
      assertThat(outputs.failure().orElseThrow().traceback())
          .contains("raise IllegalMonthError(month)");
    }
  }

  @Test
  void one_image_serves_many_jobs_that_share_nothing() throws Exception {
    assertThat(text(run(python, List.of("import calendar\ncalendar.mark = x = 1"), own))).isEmpty();
    assertThat(
            text(
                run(
                    python,
                    List.of("import calendar\nhasattr(calendar, 'mark'), 'x' in globals()"),
                    own)))
        .isEqualTo("(False, False)");
  }

  @Test
  void a_result_names_the_modules_that_its_cells_import_wherever_they_do() throws Exception {
    JobResult result =
        run(
            python,
            List.of(
                "import sys, calendar as c, json, csv",
                "def later():\n    from xml import dom\n    import wave\n    from html import parser, escape",
                "if False:\n    import graphlib",
                "import not_a_module, os.path, collections.abc",
                "this is no Python",
                "from . import y"));
    assertThat(result.imports())
        .contains("calendar", "graphlib", "html.parser", "wave", "xml.dom")
        .doesNotContain("sys", "csv", "os.path", "not_a_module", "y", "html.escape", "")
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void a_module_that_speaks_when_it_is_imported_is_left_to_its_cell() throws Exception {
    JobResult plain = run(python, List.of("import this, wave"));
    assertThat(plain.imports()).containsExactly("wave");
    assertThat(text(plain)).startsWith("The Zen of Python");
    JobResult restored = run(python, List.of("import this, wave"), made(python, List.of("wave")));
    assertThat(text(restored)).isEqualTo(text(plain));
  }

  @Test
  void a_module_that_cannot_be_imported_is_left_to_its_cell() throws Exception {
    String code = "import tkinter";
    JobResult plain = run(python, List.of(code, "import calendar"));
    assertThat(plain.imports()).containsExactly("calendar");
    assertThat(plain.cells().get(0).outputs().failure()).isPresent();
    assertThat(text(run(python, List.of(code, "import calendar"), own))).isEqualTo(text(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import csv; x = ",
        "import a.b.c.d.e",
        "from __future__ import annotations",
        "import __main__",
        "import vivarium, vivarium.cells, pyodide, js, pyodide_js"
      })
  void curious_imports_make_no_image(String code) throws Exception {
    assertThat(run(python, List.of(code)).imports()).isEmpty();
  }

  @Test
  void a_damaged_image_is_made_anew() throws Exception {
    Path file = file(own);
    byte[] whole = Files.readAllBytes(file);
    for (byte[] damaged : List.of(Arrays.copyOf(whole, 100_000), changed(whole))) {
      Files.write(file, damaged);
      try (SealedPython other = TestPython.start(cache, 1)) {
        assertThat(made(other, IMPORTS)).isEqualTo(own);
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void a_compressed_image_that_was_lost_or_damaged_is_made_anew() throws Exception {
    byte[] whole = Files.readAllBytes(common.compressed());
    Files.delete(common.compressed());
    assertThat(made(python, List.of())).isEqualTo(common);
    assertThat(Files.readAllBytes(common.compressed())).isEqualTo(whole);
    for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, 100_000), changed(whole))) {
      Files.write(common.compressed(), damaged);
      assertThat(made(python, List.of())).isEqualTo(common);
      assertThat(Files.readAllBytes(common.compressed())).isEqualTo(whole);
    }
  }

  @Test
  void an_image_that_is_used_is_not_cleared_away_however_old_it_is() throws Exception {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(300)));
    Path unused = Files.createFile(cache.resolve("python-of-another-build.image.br"));
    for (Path file : List.of(unused, common.compressed(), file(common))) {
      Files.setLastModifiedTime(file, longAgo);
    }
    PythonImage.Made used = made(python, List.of());
    PythonImage.Made another = made(python, List.of("graphlib"));
    assertThat(List.of(used.compressed(), another.compressed())).allMatch(Files::exists);
    assertThat(unused).doesNotExist();
  }

  private static PythonImage.Made made(PythonEngine engine, List<String> imports)
      throws InterruptedException {
    PythonImage image = engine.image(imports, PythonPackages.NONE);
    assertThat(image).isInstanceOf(PythonImage.Made.class);
    return (PythonImage.Made) image;
  }

  /** The image itself, in the cache. */
  private static Path file(PythonImage.Made image) {
    return Path.of(image.compressed().toString().replaceFirst("\\.br$", ""));
  }

  private static byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private static JobResult run(PythonEngine engine, List<String> cells)
      throws InterruptedException {
    return complete(engine.run(job(cells)));
  }

  private static JobResult run(PythonEngine engine, List<String> cells, PythonImage.Made image)
      throws InterruptedException {
    return complete(engine.run(job(cells), image));
  }

  private static JobResult complete(JobResult result) {
    assertThat(result.ended()).isEmpty();
    return result;
  }

  private static Job job(List<String> cells) {
    return new Job(
        cells.stream()
            .map(code -> new Job.Code("c", "main", code, Duration.ofSeconds(60)))
            .toList(),
        NOON);
  }

  private static String text(JobResult result) {
    StringBuilder text = new StringBuilder();
    result.cells().forEach(cell -> text.append(SealedPythonTest.text(cell.outputs())));
    return text.toString();
  }
}
