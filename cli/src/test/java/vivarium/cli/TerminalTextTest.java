package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void what_a_terminal_takes_for_a_command_becomes_a_mark() {
    assertThat(TerminalText.plain("a\u001b[2J\u009b\u0007\tb\n"))
        .isEqualTo("a\ufffd[2J\ufffd\ufffd\tb\n");
    assertThat(TerminalText.written("\u001b]0;title\u0007x\u001b[2Ay", true))
        .isEqualTo("\ufffd]0;title\ufffdx\ufffd[2Ay");
  }

  @Test
  void colours_stay_where_they_are_wanted_and_end_with_the_text() {
    assertThat(TerminalText.written("\u001b[1;31mred", true)).isEqualTo("\u001b[1;31mred\u001b[0m");
    assertThat(TerminalText.written("\u001b[1;31mred\u001b[0m", false)).isEqualTo("red");
  }

  @Test
  void a_carriage_return_takes_the_line_back() {
    assertThat(TerminalText.written("10 %\r50 %\r100 %\ndone\r\n", true))
        .isEqualTo("100 %\ndone\n");
    assertThat(TerminalText.written("10 %\r", true)).isEqualTo("10 %");
  }
}
