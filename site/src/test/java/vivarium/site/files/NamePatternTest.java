package vivarium.site.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, data.csv, true",
    "*, .hidden, false",
    ".*, .hidden, true",
    "*.csv, data.csv, true",
    "*.csv, data.csv.gz, false",
    "*a*b, xaxbxb, true",
    "*a*b, xaxbxc, false",
    "d?ta, data, true",
    "?, 😀, true",
    "?, ab, false",
    "[a-c]1, b1, true",
    "[a-c]1, d1, false",
    "[!a-c]1, d1, true",
    "[!a-c]1, b1, false",
    "[]x], ], true",
    "[ab, [ab, true",
    "a[, a[, true",
    "[a-], -, true",
  })
  void a_pattern_matches_whole_names(String pattern, String name, boolean expected) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(expected);
  }

  @Test
  void a_pattern_of_many_stars_is_no_work() {
    assertThat(new NamePattern("*a".repeat(50_000) + "b").matches("a".repeat(100_000))).isFalse();
  }
}
