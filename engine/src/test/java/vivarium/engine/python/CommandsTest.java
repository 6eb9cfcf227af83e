package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** The commands of notebooks, in the Python that readers have. */
class CommandsTest {
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

  /** One cell after the other, each with what it must say, which only means something in order. */
  @Test
  void commands_do_what_they_do_in_notebooks() throws Exception {
    List<String[]> cases = new ArrayList<>();
    for (String text : read("/commands/commands.txt").split("\n----\n", -1)) {
      cases.add(text.split("\n=>\n", -1));
    }
    assertThat(cases).hasSizeGreaterThan(50);
    List<Outputs> outputs = run(cases.stream().map(each -> each[0]).toArray(String[]::new));
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      String expected = cases.get(i)[1].strip();
      String said = said(outputs.get(i));
      all.assertThat(said).as(cases.get(i)[0]).contains(expected);
      all.assertThat(said.isBlank())
          .as(cases.get(i)[0] + " says nothing")
          .isEqualTo(expected.isEmpty());
    }
    all.assertAll();
  }

  @Test
  void an_error_stands_in_the_line_of_its_command() throws Exception {
    assertThat(lines("\n\n%nothing here")).containsExactly(3);
    assertThat(lines("x = 1\nif x:\n    !nothing here")).containsExactly(3);
    assertThat(lines("x = 1\n%run \\\n  nowhere.py\n")).containsExactly(2);
    assertThat(lines("!echo \\\n  a\n1 / 0")).containsExactly(3);
    assertThat(lines("%%time\n\nx = 1\n1 / 0")).containsExactly(1, 4);
    assertThat(lines("def f():\n    1 / 0\n\n%time f()")).containsExactly(4, 4, 2);
  }

  @Test
  void the_line_of_a_command_is_marked_as_a_whole() throws Exception {
    assertThat(failure("x = 1\n  # so\n%run nowhere.py").traceback())
        .contains("    %run nowhere.py\nUsageError");
  }

  @Test
  void a_command_that_runs_python_stands_in_the_traceback_once() throws Exception {
    assertThat(failure("def f():\n    1 / 0\n\n%time f()").traceback())
        .containsOnlyOnce("%time f()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"def f():\n  return\n!ls (", "x = (\n!ls", "%time x = ("})
  void what_is_broken_is_a_syntax_error(String code) throws Exception {
    Outputs outputs = run(code).get(0);
    if (!code.startsWith("def")) {
      assertThat(outputs.failure().orElseThrow().name()).isEqualTo("SyntaxError");
    }
  }

  @Test
  void an_import_below_a_command_of_its_cell_is_seen() throws Exception {
    assertThat(said(run("%%time\nimport colorsys\ncolorsys.__name__").get(0))).contains("colorsys");
  }

  /** Each eighth source of Python's library has no command in it, and one put into it is found. */
  @Test
  void python_has_no_commands_in_it() throws Exception {
    String code =
        """
        import ast, random, zipfile, sys
        from vivarium.commands import rewriting

        chance, wrong, count = random.Random(1), [], 0
        archive = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))
        for name in sorted(archive.namelist())[::8]:
            if not name.endswith(".py"):
                continue
            code = archive.read(name).decode()
            lines, count = code.split("\\n"), count + 1
            if rewriting.commands(code) or rewriting.as_python(code) != code:
                wrong.append(name)
            starts = sorted({
                node.lineno - 1 for node in ast.parse(code).body
                if not getattr(node, "decorator_list", None)
            })
            chosen = sorted(chance.sample(starts, min(4, len(starts))))
            for line in reversed(chosen):
                lines.insert(line, chance.choice(["!ls 'a", "%time f(", "x = !ls {", "f.g?"]))
            found = [first for first, _ in rewriting.commands("\\n".join(lines))]
            if found != [line + before for before, line in enumerate(chosen)]:
                wrong.append(f"{name}: {chosen} {found}")
        count > 20, wrong
        """;
    assertThat(said(run(code).get(0))).isEqualTo("(True, [])");
  }

  private static List<Integer> lines(String code) throws InterruptedException {
    return failure(code).frames().stream().map(Output.Frame::line).toList();
  }

  private static Output.Failure failure(String code) throws InterruptedException {
    return run(code).get(0).failure().orElseThrow();
  }

  private static String said(Outputs outputs) {
    String shown =
        outputs.items().stream()
            .map(output -> output instanceof Output.Display display ? forms(display) : text(output))
            .collect(Collectors.joining());
    return shown + outputs.failure().map(failure -> failure.explanation().headline()).orElse("");
  }

  private static String text(Output output) {
    return SealedPythonTest.text(new Outputs(List.of(output)));
  }

  private static String forms(Output.Display display) {
    Map<String, String> data = display.bundle().data();
    return data.getOrDefault(
        MimeBundle.TEXT,
        data.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static List<Outputs> run(String... cells) throws InterruptedException {
    return SealedPythonTest.run(python, cells);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(CommandsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
