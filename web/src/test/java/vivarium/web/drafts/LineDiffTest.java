package vivarium.web.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', ' '",
    "'a', 'a', ' a'",
    "'a\nb', 'a\nc', ' a -b +c'",
    "'a\nb\nc', 'b\nc\nd', '-a  b  c +d'",
    "'a', 'x\na', '+x  a'"
  })
  void lines_are_told_apart(String first, String second, String expected) {
    assertThat(signs(first, second).strip()).isEqualTo(expected.strip());
  }

  @Test
  void both_texts_can_be_read_in_it_whatever_their_size() {
    String first = "a\n".repeat(1500) + "b";
    String second = "c\n".repeat(1500) + "b";
    assertThat(text(first, second, LineDiff.Kind.ONLY_SECOND)).isEqualTo(first);
    assertThat(text(first, second, LineDiff.Kind.ONLY_FIRST)).isEqualTo(second);
  }

  private static String text(String first, String second, LineDiff.Kind without) {
    return LineDiff.of(first, second).stream()
        .filter(line -> line.kind() != without)
        .map(LineDiff::line)
        .collect(Collectors.joining("\n"));
  }

  private static String signs(String first, String second) {
    return LineDiff.of(first, second).stream()
        .map(line -> sign(line.kind()) + line.line())
        .collect(Collectors.joining(" "));
  }

  private static String sign(LineDiff.Kind kind) {
    return switch (kind) {
      case BOTH -> " ";
      case ONLY_FIRST -> "-";
      case ONLY_SECOND -> "+";
    };
  }
}
