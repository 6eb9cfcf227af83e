package vivarium.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "999, 999", "1000, '1,000'", "1234567, '1,234,567'"})
  void thousands_are_set_apart(int number, String grouped) {
    assertThat(Messages.leftOut(number))
        .isEqualTo("… and " + grouped + " more characters, left out.");
  }

  @Test
  void a_reason_ends_with_one_full_stop() {
    assertThat(Messages.unavailable("It broke")).contains("started: It broke. Check");
    assertThat(Messages.unavailable("It broke.")).contains("started: It broke. Check");
  }
}
