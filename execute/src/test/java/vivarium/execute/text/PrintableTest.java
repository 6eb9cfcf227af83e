package vivarium.execute.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void what_can_be_seen_stays_as_it_is() {
    String text = "é\t漢 👩‍🏫 \u0301 שלום";
    assertThat(Printable.line(text, 100)).isEqualTo(text);
  }

  @Test
  void what_cannot_be_seen_is_spelt_out() {
    assertThat(Printable.line("a\n\r\u0000\u001b[2J\u007f\u009b\u2028\u202e\u2066\ud800", 100))
        .isEqualTo("a\\u000a\\u000d\\u0000\\u001b[2J\\u007f\\u009b\\u2028\\u202e\\u2066\\ud800");
  }

  @Test
  void a_long_line_is_cut_between_characters() {
    assertThat(Printable.line("abcd", 4)).isEqualTo("abcd");
    assertThat(Printable.line("abcde", 4)).isEqualTo("abcd…");
    assertThat(Printable.line("ab👩c", 3)).isEqualTo("ab👩…");
  }
}
