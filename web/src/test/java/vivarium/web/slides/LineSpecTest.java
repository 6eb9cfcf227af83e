package vivarium.web.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSpecTest {
  @Test
  void bars_separate_steps() {
    assertThat(LineSpec.steps("1|2-3,5|all")).containsExactly("1", "2-3,5", "all");
    assertThat(LineSpec.steps("4")).containsExactly("4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 | 1", "2-3 | 2 3", "1,3-4 | 1 3 4", "all | 1 2 3 4 5", "9 | ''"})
  void a_step_names_lines_and_ranges(String step, String lines) {
    LineSpec spec = LineSpec.of(step);
    List<String> contained =
        IntStream.rangeClosed(1, 5).filter(spec::contains).mapToObj(Integer::toString).toList();
    assertThat(String.join(" ", contained)).isEqualTo(lines);
  }
}
