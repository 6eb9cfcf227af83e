package vivarium.packages.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * The project {@code packaging}, which pip and others use, where {@code python3} has it. Tests that
 * ask it are skipped where it has not, or has one older than 26: earlier ones differ from today's
 * specification.
 */
final class ReferenceImplementation {
  private static final String HEAD =
      """
      import json, sys
      from packaging.version import Version, InvalidVersion
      from packaging.specifiers import SpecifierSet, InvalidSpecifier
      from packaging.markers import Marker, InvalidMarker
      from packaging.requirements import Requirement, InvalidRequirement
      from packaging.utils import parse_wheel_filename, canonicalize_name
      """;

  private ReferenceImplementation() {}

  /** Skips the test where there is no reference to compare with. */
  static void assumePresent(Path folder) throws Exception {
    String script = "import packaging; print(packaging.__version__.split('.')[0])";
    String major = run(folder, script, "").strip();
    assumeTrue(
        major.matches("[0-9]+") && Integer.parseInt(major) >= 26,
        "python3 has no packaging 26 or newer");
  }

  /**
   * What the body of the function {@code answer(case)} returns for each case; cases and answers are
   * JSON.
   */
  static List<Json> answers(Path folder, String body, List<Json> cases) throws Exception {
    String script =
        HEAD
            + "def answer(case):\n"
            + body.indent(4)
            + "print(json.dumps([answer(case) for case in json.load(sys.stdin)]))\n";
    String output = run(folder, script, Json.of(cases).text());
    List<Json> answers = JsonObject.empty().with("all", Json.parse(output)).array("all");
    assertThat(answers).hasSameSizeAs(cases);
    return answers;
  }

  private static String run(Path folder, String script, String input) throws Exception {
    Path in = Files.writeString(folder.resolve("in.json"), input);
    Path program = Files.writeString(folder.resolve("program.py"), script);
    Path out = folder.resolve("out.json");
    Process process;
    try {
      process =
          new ProcessBuilder("python3", program.toString())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("errors.txt").toFile())
              .start();
    } catch (IOException e) {
      return "";
    }
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
