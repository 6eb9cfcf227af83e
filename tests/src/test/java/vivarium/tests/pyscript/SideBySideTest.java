package vivarium.tests.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pages written for PyScript do with ours what they do with PyScript, but for what {@code
 * differences.md} lists. {@code -Dvivarium.pages=REGEX} opens the pages that match, {@code .} all.
 */
class SideBySideTest {
  private static final Path MODULES = Path.of("..", "node_modules");

  private static final Map<Run, SideBySide.Pair> PAIRS = new LinkedHashMap<>();
  private static List<Run> all = List.of();
  private static Wanted wanted = new Wanted("");

  @BeforeAll
  static void open_every_page_with_both() throws IOException {
    Corpus corpus = new Corpus();
    all = corpus.runs(Pattern.compile(""));
    wanted = new Wanted(corpus.text("differences.md"));
    String names = System.getProperty("vivarium.pages", "");
    List<Run> runs = names.isEmpty() ? corpus.usual() : corpus.runs(Pattern.compile(names));
    new SideBySide(MODULES, new Flavour.Ours(), Map.of()).observe(runs, PAIRS::put);
  }

  @TestFactory
  Stream<DynamicTest> a_page_does_the_same_with_both() {
    return PAIRS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().toString(),
                    () -> {
                      SideBySide.Pair pair = entry.getValue();
                      List<String> difference = pair.difference();
                      assertThat(difference.stream().sorted().toList())
                          .as(
                              "%s, PyScript's (-) and ours (+):%n%s%nAll of ours:%n%s",
                              entry.getKey(), String.join("\n", difference), pair.ours().text())
                          .isEqualTo(wanted.of(entry.getKey()));
                    }));
  }

  @Test
  void no_difference_is_listed_for_a_page_that_is_not_there() {
    assertThat(wanted.strangers(all)).isEmpty();
  }
}
