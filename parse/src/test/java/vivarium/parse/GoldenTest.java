package vivarium.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code golden} holds an {@code input.md} (or {@code input.qmd}) and the {@code
 * expected.txt} it gives. With {@code -Dvivarium.golden=write} the expected files are written anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static Stream<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> inputs =
          files
              .filter(file -> file.getFileName().toString().startsWith("input."))
              .sorted()
              .toList();
      return inputs.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void an_input_gives_what_is_expected(Path input) throws IOException {
    Parsed parsed = DocumentParser.parse(input.getFileName().toString(), Files.readAllBytes(input));
    String dump = Dump.of(parsed);
    Path expected = input.resolveSibling("expected.txt");
    if ("write".equals(System.getProperty("vivarium.golden"))) {
      Files.writeString(expected, dump, UTF_8);
    }
    assertThat(dump).isEqualTo(Files.readString(expected, UTF_8));
  }
}
