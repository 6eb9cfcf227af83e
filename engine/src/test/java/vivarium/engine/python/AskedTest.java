package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** What scripts ask for on their command line, as it is read from their code. */
class AskedTest {
  /** Writes in a line for each argument what {@code vivarium.asked} says. */
  private static final String SHOW =
      """
      from vivarium.asked import asked

      def shown(argument):
          number = argument["number"] and ":" + argument["number"]
          ways = "?" * argument["switch"] + (argument["off"] and "/" + argument["off"])
          count = "..." * argument["many"] + "+" * argument["repeated"]
          usual = argument["default"] and "=" + argument["default"]
          choices = " [" + " ".join(argument["choices"]) + "]" if argument["choices"] else ""
          help = argument["help"] and ' "' + argument["help"] + '"'
          required = "*" * argument["required"]
          return argument["flags"] + ways + required + number + count + usual + choices + help

      found = asked(CODE)
      print(*map(shown, found["arguments"]), sep="\\n")
      for command in found["commands"]:
          print("!", command["name"] + (command["help"] and ' "' + command["help"] + '"'))
          for argument in command["arguments"]:
              print(" ", shown(argument))
      print("..." * found["rest"])
      """;

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
  void arguments_are_read_from_the_code_of_argparse_click_and_typer() throws Exception {
    List<String[]> cases = new ArrayList<>();
    for (String text : read("/asked/asked.txt").split("===\n", -1)) {
      cases.add(text.split("(?m)^=>$", -1));
    }
    List<Outputs> outputs = run(cases.stream().map(each -> each[0]).toList());
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      all.assertThat(text(outputs.get(i)).strip())
          .as(cases.get(i)[0])
          .isEqualTo(cases.get(i)[1].strip());
    }
    all.assertAll();
  }

  @Test
  void nothing_of_a_script_runs() throws Exception {
    List<Outputs> outputs =
        run(List.of("import argparse\nprint('ran')\nargparse.ArgumentParser().add_argument(1/0)"));
    assertThat(text(outputs.get(0)).strip()).isEqualTo("...");
  }

  @Test
  void hostile_code_takes_no_time_and_no_memory() throws Exception {
    String add = "import argparse\np = argparse.ArgumentParser()\np.add_argument('--x', choices=";
    List<Outputs> outputs =
        run(
            List.of(
                add + "range(10**9))",
                add + "range(1" + "0".repeat(400) + "))",
                add + "list(range(10**9)))",
                "(".repeat(5000)));
    assertThat(outputs)
        .extracting(AskedTest::text)
        .extracting(String::strip)
        .startsWith("--x", "--x");
  }

  private static String text(Outputs outputs) {
    StringBuilder text = new StringBuilder();
    for (Output output : outputs.items()) {
      if (output instanceof Output.Stream stream) {
        text.append(stream.text());
      } else {
        text.append(output);
      }
    }
    return text.toString();
  }

  private static List<Outputs> run(List<String> codes) throws InterruptedException {
    List<Job.Code> cells = new ArrayList<>();
    for (String code : codes) {
      String id = "c" + (cells.size() + 1);
      String literal = "CODE = bytes.fromhex('" + hex(code) + "').decode()\n";
      cells.add(new Job.Code(id, id, literal + SHOW, Duration.ofSeconds(60)));
    }
    JobResult result = python.run(new Job(cells, Instant.parse("2026-01-01T12:00:00Z")));
    assertThat(result.ended()).isEmpty();
    return result.cells().stream().map(JobResult.Finished::outputs).toList();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(AskedTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
