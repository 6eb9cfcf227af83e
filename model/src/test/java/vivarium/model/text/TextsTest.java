package vivarium.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @Test
  void a_key_is_the_name_of_the_message_as_people_write_it() {
    assertThat(Message.RUN_HINT.key()).isEqualTo("run-hint");
  }

  @Test
  void values_are_filled_in() {
    assertThat(English.TEXTS.of(Message.UNAVAILABLE, "It broke")).contains("started: It broke. ");
    assertThat(new Texts(key -> "{1}, {0}, {1}").of(Message.RUN, "a", "b")).isEqualTo("b, a, b");
  }

  @Test
  void one_thing_is_not_several() {
    assertThat(English.TEXTS.count(Message.ONE_ITEM, Message.ITEMS, 1)).isEqualTo("1 item");
    assertThat(English.TEXTS.count(Message.ONE_ITEM, Message.ITEMS, 2000)).isEqualTo("2,000 items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "1000|1,000", "1234567|1,234,567"})
  void numbers_are_grouped(int number, String text) {
    assertThat(English.TEXTS.number(number)).isEqualTo(text);
  }
}
