package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** What a reader is told of an exception, in the Python that readers have. */
class HintsTest {
  private static final String ARROW = "\n=>";

  @TempDir static Path cache;
  private static SealedPython python;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 1);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  @Test
  void common_errors_have_a_hint_that_names_what_is_meant() throws Exception {
    List<String[]> cases = new ArrayList<>();
    for (String text : read("/hints/hints.txt").split("\n\n", -1)) {
      if (text.contains(ARROW)) {
        cases.add(text.strip().split(ARROW, -1));
      }
    }
    assertThat(cases).hasSizeGreaterThan(80);
    List<Outputs> outputs = run(cases.stream().map(each -> each[0]).toArray(String[]::new));
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      String hint = outputs.get(i).failure().orElseThrow().explanation().hint();
      String expected = cases.get(i)[1].strip();
      if (expected.isEmpty()) {
        all.assertThat(hint).as(cases.get(i)[0]).isEmpty();
      } else {
        all.assertThat(hint).as(cases.get(i)[0]).contains(expected);
      }
    }
    all.assertAll();
  }

  @Test
  void the_headline_has_the_first_line_and_pythons_own_guess() throws Exception {
    Output.Failure failure = failure("import json\njson.loads('x')");
    assertThat(failure.explanation().headline())
        .isEqualTo("JSONDecodeError: Expecting value: line 1 column 1 (char 0)");
    assertThat(failure("total = 1\ntotl").explanation().headline())
        .isEqualTo("NameError: name 'totl' is not defined. Did you mean: 'total'?");
    assertThat(failure("raise ValueError('one\\ntwo')").explanation().headline())
        .isEqualTo("ValueError: one");
    assertThat(failure("raise ValueError('x' * 1000)").explanation().headline()).hasSize(301);
  }

  @Test
  void what_is_shown_first_are_the_readers_own_frames() throws Exception {
    Output.Failure failure = failure("import json\ndef read(x):\n    json.loads(x)\nread('x')");
    assertThat(failure.explanation().own())
        .isEqualTo(
            """
            Cell "c1", line 4, in <module>
              read('x')
              ~~~~^^^^^
            Cell "c1", line 3, in read
              json.loads(x)
              ~~~~~~~~~~^^^""");
    assertThat(failure.traceback())
        .startsWith("Traceback (most recent call last):\n  Cell \"c1\", line 4")
        .contains("json/decoder.py")
        .endsWith("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)");
  }

  @Test
  void a_syntax_error_shows_its_line_and_the_place_in_it() throws Exception {
    assertThat(failure("x = 1\ny = = 2").explanation().own())
        .isEqualTo("Cell \"c1\", line 2\n  y = = 2\n      ^");
  }

  @Test
  void notes_and_groups_are_shown_and_what_came_before_is_in_the_full_traceback() throws Exception {
    Output.Failure noted = failure("e = ValueError('a\\nb')\ne.add_note('a note')\nraise e");
    assertThat(noted.explanation().own()).endsWith("raise e\nb\na note");
    Output.Failure group = failure("raise ExceptionGroup('g', [ValueError('one'), KeyError(2)])");
    assertThat(group.explanation().headline()).isEqualTo("ExceptionGroup: g (2 sub-exceptions)");
    assertThat(group.explanation().own()).contains("ValueError: one", "KeyError: 2");
    Output.Failure chained = failure("try:\n    1 / 0\nexcept Exception:\n    int('x')");
    assertThat(chained.explanation().own()).doesNotContain("ZeroDivisionError");
    assertThat(chained.traceback()).contains("ZeroDivisionError", "During handling");
  }

  @Test
  void an_exception_that_cannot_be_described_is_shown_all_the_same() throws Exception {
    List<Outputs> outputs =
        run(
            "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E",
            "class E(Exception):\n    def __str__(self): return 'x' * 10**7\nraise E",
            "class E(Exception):\n    __notes__ = property(lambda self: 1 / 0)\nraise E",
            "raise SyntaxError('m', ('<cell gone v9>', 'one', 2, 3))",
            "g = ExceptionGroup('g', [ValueError()])\nfor _ in range(50):\n"
                + "    g = ExceptionGroup('g', [g])\nraise g",
            "raise KeyboardInterrupt",
            "raise MemoryError",
            "def f(): f()\nf()",
            "'alive'");
    for (Outputs each : outputs.subList(0, outputs.size() - 1)) {
      Output.Failure failure = each.failure().orElseThrow();
      assertThat(failure.explanation().headline()).startsWith(failure.name()).hasSizeLessThan(400);
      assertThat(failure.traceback()).hasSizeLessThan(200_000);
    }
    assertThat(outputs.get(outputs.size() - 1).failure()).isEmpty();
  }

  private static Output.Failure failure(String code) throws InterruptedException {
    return run(code).get(0).failure().orElseThrow();
  }

  private static List<Outputs> run(String... codes) throws InterruptedException {
    List<Job.Code> cells = new ArrayList<>();
    for (String code : codes) {
      String id = "c" + (cells.size() + 1);
      cells.add(new Job.Code(id, id, code, Duration.ofSeconds(60)));
    }
    JobResult result = python.run(new Job(cells, Instant.parse("2026-01-01T12:00:00Z")));
    assertThat(result.ended()).isEmpty();
    return result.cells().stream().map(JobResult.Finished::outputs).toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(HintsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
