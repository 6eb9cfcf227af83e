package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.JobResult.Reason;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class SealedPythonTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path cache;
  private static SealedPython python;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 2);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  @Test
  void cells_share_their_variables_and_a_job_shares_nothing_with_the_next() throws Exception {
    assertThat(run("x = 20\nprint('one')", "x + 22"))
        .extracting(SealedPythonTest::text)
        .containsExactly("one\n", "42");
    assertThat(text(run("'x' in globals()").get(0))).isEqualTo("False");
  }

  @Test
  void text_of_every_script_comes_through() throws Exception {
    assertThat(text(run("print('é 漢 😀 \\N{EGG}', ascii('😀'))").get(0)))
        .isEqualTo("é 漢 😀 🥚 '\\U0001f600'\n");
  }

  @Test
  void a_cell_that_exits_without_a_code_has_come_to_its_end() throws Exception {
    List<Outputs> outputs = run("import sys\nprint(1)\nsys.exit()", "exit(0)", "sys.exit(3)");
    assertThat(text(outputs.get(0))).isEqualTo("1\n");
    assertThat(outputs.get(1)).isEqualTo(Outputs.NONE);
    assertThat(outputs.get(2).failure().orElseThrow().traceback()).isEqualTo("SystemExit: 3");
  }

  @Test
  void a_damaged_image_is_made_anew() throws Exception {
    Path image;
    try (Stream<Path> files = Files.list(cache)) {
      image = files.filter(path -> path.toString().endsWith(".image")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(image);
    String address = text(run("print(id(object()))").get(0));
    for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, 1000), changed(whole))) {
      Files.write(image, damaged);
      try (SealedPython other = TestPython.start(cache, 1)) {
        assertThat(text(run(other, "print(id(object()))").get(0))).isEqualTo(address);
      }
      assertThat(Files.readAllBytes(image)).isEqualTo(whole);
    }
  }

  private static byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  @Test
  void an_exception_ends_a_cell_and_not_the_job() throws Exception {
    List<Outputs> outputs = run("1 / 0", "'still here'");
    assertThat(outputs.get(0).failure().orElseThrow().name()).isEqualTo("ZeroDivisionError");
    assertThat(text(outputs.get(1))).isEqualTo("'still here'");
  }

  @Test
  void a_cell_that_asks_gets_its_lines_and_then_the_end_of_input() throws Exception {
    Job.Code asks =
        new Job.Code(
            "c",
            "main",
            "import getpass, sys\n"
                + "print([input('a? '), getpass.getpass('b\\n? '), sys.stdin.read()])",
            LIMIT,
            List.of("1", "é", "x", "y"),
            "");
    JobResult result = python.run(new Job(List.of(asks), NOON));
    assertThat(text(result.cells().get(0).outputs()))
        .isEqualTo("a? 1\nb\n? ••••••••\nx\ny\n\n['1', 'é', 'x\\ny\\n']\n");
  }

  @Test
  void a_cell_that_asks_and_has_no_lines_ends_there_and_the_next_one_runs() throws Exception {
    List<Outputs> outputs =
        run("x = 1\nprint('before')\ntry: input('a? ')\nexcept Exception: pass\nx = 2", "x");
    assertThat(text(outputs.get(0))).isEqualTo("before\na? \n");
    assertThat(outputs.get(0).failure()).isEmpty();
    assertThat(text(outputs.get(1))).isEqualTo("1");
  }

  @Test
  void runs_repeat_to_the_last_digit_of_time_and_chance() throws Exception {
    String code =
        """
        import time, random, datetime, uuid, os, asyncio
        await asyncio.sleep(1)
        print(datetime.datetime.now(), time.perf_counter(), random.random(), uuid.uuid4(), hash('x'))
        print(os.urandom(4), {'b', 'a', 'c'}, object())
        """;
    String first = text(run(code).get(0));
    assertThat(first).startsWith("2026-01-01 12:00:01");
    assertThat(text(run(code).get(0))).isEqualTo(first);
  }

  @Test
  void sleeping_takes_no_time() throws Exception {
    assertThat(
            text(
                run("import time\nt = time.time()\ntime.sleep(3600)\ntime.time() - t > 3600")
                    .get(0)))
        .isEqualTo("True");
    assertThat(text(run("import asyncio\nawait asyncio.sleep(3600)\n'awake'").get(0)))
        .isEqualTo("'awake'");
    assertThat(
            text(
                run("import time\nend = time.time() + 60\nwhile time.time() < end: pass\n'there'")
                    .get(0)))
        .isEqualTo("'there'");
  }

  @Test
  void a_cell_without_end_ends_its_job_and_nothing_else() throws Exception {
    JobResult result =
        python.run(new Job(List.of(code("1"), code("while True: pass", 1), code("3")), NOON));
    assertThat(result.cells()).hasSize(1);
    assertThat(result.ended().orElseThrow().reason()).isEqualTo(Reason.TIME_LIMIT);
    assertThat(text(run("'next'").get(0))).isEqualTo("'next'");
  }

  @Test
  void a_cell_that_awaits_what_never_comes_is_known_at_once() throws Exception {
    JobResult result =
        python.run(new Job(List.of(code("import asyncio\nawait asyncio.Future()")), NOON));
    assertThat(result.ended().orElseThrow().reason()).isEqualTo(Reason.WAITS_FOREVER);
  }

  @Test
  void too_much_memory_is_an_exception_of_the_cell() throws Exception {
    List<Outputs> outputs = run("x = []\nwhile True: x.append(bytearray(100_000_000))", "'alive'");
    assertThat(outputs.get(0).failure().orElseThrow().name()).isEqualTo("MemoryError");
    assertThat(text(outputs.get(1))).isEqualTo("'alive'");
  }

  @Test
  void a_breakdown_ends_its_job_and_nothing_else() throws Exception {
    for (String deadly :
        List.of(
            "import os; os._exit(3)",
            "class A:\n  def __repr__(self): return repr(self)\nA()",
            "import js\nx = [js.Uint8Array.new(500_000_000).fill(1) for _ in range(12)]",
            "import js\nx = js.Array.new()\nwhile True: x.push('y' * 100_000)")) {
      JobResult result = python.run(new Job(List.of(code(deadly)), NOON));
      assertThat(result.ended()).as(deadly).isPresent();
      assertThat(result.ended().get().reason()).as(deadly).isEqualTo(Reason.BROKE_DOWN);
    }
    assertThat(text(run("'next'").get(0))).isEqualTo("'next'");
  }

  @Test
  void jobs_run_side_by_side() throws Exception {
    List<String> answers =
        Stream.of(1, 2, 3, 4, 5, 6).parallel().map(n -> unchecked("import os; " + n)).toList();
    assertThat(answers).containsExactly("1", "2", "3", "4", "5", "6");
  }

  private static String unchecked(String code) {
    try {
      return text(run(code).get(0));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Outputs> run(String... cells) throws InterruptedException {
    return run(python, cells);
  }

  static List<Outputs> run(PythonEngine python, String... cells) throws InterruptedException {
    JobResult result =
        python.run(new Job(Arrays.stream(cells).map(code -> code(code, 60)).toList(), NOON));
    assertThat(result.ended()).isEmpty();
    return result.cells().stream().map(JobResult.Finished::outputs).toList();
  }

  private static Job.Code code(String code) {
    return new Job.Code("c", "main", code, LIMIT);
  }

  private static Job.Code code(String code, int seconds) {
    return new Job.Code("c", "main", code, Duration.ofSeconds(seconds));
  }

  static String text(Outputs outputs) {
    return outputs.items().stream()
        .map(
            output ->
                output instanceof Output.Stream stream
                    ? stream.text()
                    : output instanceof Output.Result result
                        ? String.valueOf(result.bundle().data().get(MimeBundle.TEXT))
                        : output.toString())
        .collect(Collectors.joining());
  }
}
