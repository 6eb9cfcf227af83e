package vivarium.model.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  /** In the cases, {@code ^} stands for the escape character. */
  private static String shown(String text) {
    return Terminal.html(
        text.replace("^", "\u001b").replace("\\n", "\n").replace("\\r", "\r").replace("\\b", "\b"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "one\\ntwo\\n, \"one\\ntwo\\n\"",
        "a < b && c > d, a &lt; b &amp;&amp; c &gt; d",
        " 10%\\r 20%\\r100%, 100%",
        "longer\\rshort, shortr",
        "one\\r\\ntwo, one\\ntwo",
        "ab\\bc, ac",
        "\\b\\bx, x",
        "12345\\r^[2C^[1D_, 1_345",
        "a^[4Cb, a    b",
        "abc^[2Gx, axc",
        "done?\\r^[K100%, 100%",
        "abcdef^[3G^[1K, \"   def\"",
        "abcdef^[2K!, \"      !\"",
        "one\\ntwo\\n^[2A1^[B2, 1ne\\nt2o",
        "one\\ntwo\\nthree^[1F2, one\\n2wo\\nthree",
        "one\\ntwo^[A^[3E3, one\\ntwo\\n\\n3",
        "one\\ntwo^[2J^[Hnew, new",
        "one\\ntwo\\nthree^[2;2H^[J, one\\nt",
        "one\\ntwo\\nthree^[2;2H^[1J, \"\\n  o\\nthree\"",
        "^[3;3Hx, \"\\n\\n  x\"",
        "one\\ntwo\\n^[A^[2K^[A^[2K, \"\"",
        "a^[9999A^[9999B^[9999Dx, ",
        "^]0;a title\u0007text, text",
        "^]8;;https://example.org^\\link^]8;;^\\, link",
        "^(Btext^7^8^=^>^c, text",
        "^[?25lhidden^[?25h, hidden",
        "^[2 qtext^[!p, text",
        "a^Pq#0;1~~^\\c, ac",
        "a\u0000b\u0007c\u007fd\u009be, abcde",
        "a😀b\\b\\bc, acb",
      })
  void text_is_shown_as_a_terminal_would(String text, String expected) {
    if (expected == null) {
      assertThat(shown(text)).endsWith("x");
    } else {
      assertThat(shown(text)).isEqualTo(expected.replace("\\n", "\n"));
    }
  }

  @Test
  void tabs_lead_to_every_eighth_column() {
    assertThat(Terminal.html("a\tb\n1234567\tc\n12345678\td"))
        .isEqualTo("a       b\n1234567 c\n12345678        d");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a^[31mb^[0mc, a<span class=\"viv-ansi-red\">b</span>c",
        "^[1;3;4;32ma^[mb, <span class=\"viv-ansi-green viv-ansi-bold viv-ansi-italic viv-ansi-underline\">a</span>b",
        "^[91ma^[39mb, <span class=\"viv-ansi-bright-red\">a</span>b",
        "^[44ma^[49mb, <span class=\"viv-ansi-on-blue\">a</span>b",
        "^[103;30ma, <span class=\"viv-ansi-black viv-ansi-on-bright-yellow\">a</span>",
        "^[7ma^[27mb, <span class=\"viv-ansi-inverse\">a</span>b",
        "^[31;7ma, <span class=\"viv-ansi-on-red\">a</span>",
        "^[2;9ma^[22;29mb, <span class=\"viv-ansi-dim viv-ansi-strike\">a</span>b",
        "^[38;5;9ma, <span class=\"viv-ansi-bright-red\">a</span>",
        "^[38;5;208ma, <span style=\"color: #ff8700;\">a</span>",
        "^[38;5;244ma, <span style=\"color: #808080;\">a</span>",
        "^[38;2;1;2;255ma, <span style=\"color: #0102ff;\">a</span>",
        "^[38:2::1:2:255ma, <span style=\"color: #0102ff;\">a</span>",
        "^[38:2:1:2:255;1ma, <span class=\"viv-ansi-bold\" style=\"color: #0102ff;\">a</span>",
        "^[48;2;255;255;0ma, <span style=\"background-color: #ffff00; color: #000000;\">a</span>",
        "^[31;48;5;17ma, <span style=\"background-color: #00005f; color: #ffffff;\">a</span>",
        "^[58;5;1;4:3ma^[4:0mb, <span class=\"viv-ansi-underline\">a</span>b",
        "^[38;2;999;0;0ma, <span style=\"color: #ff0000;\">a</span>",
        "^[38;9;31ma, <span class=\"viv-ansi-red\">a</span>",
        "^[;31ma, <span class=\"viv-ansi-red\">a</span>",
        "^[>4;2ma, a",
        "^[31ma\\nb, <span class=\"viv-ansi-red\">a</span>\\n<span class=\"viv-ansi-red\">b</span>",
        "^[31m<b>, <span class=\"viv-ansi-red\">&lt;b&gt;</span>",
        "abc^[31m\\rx, <span class=\"viv-ansi-red\">x</span>bc",
      })
  void colours_and_faces_become_elements(String text, String expected) {
    assertThat(shown(text)).isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void what_has_not_come_to_its_end_is_not_shown() {
    assertThat(shown("a^")).isEqualTo("a");
    assertThat(shown("a^[31")).isEqualTo("a");
    assertThat(shown("a^]0;title")).isEqualTo("a");
    assertThat(Terminal.html("a\ud83d")).isEqualTo("a");
  }

  @Test
  void a_title_that_never_ends_hides_no_more_than_its_line() {
    assertThat(shown("^]0;title\\nseen")).isEqualTo("\nseen");
  }

  @Test
  void halves_of_characters_are_replaced() {
    assertThat(Terminal.html("\ude00a\ud83db")).isEqualTo("\ufffda\ufffdb");
  }

  @Test
  void the_cursor_reaches_the_last_rows_alone() {
    String rows = "x\n".repeat(Screen.HEIGHT - 1);
    assertThat(shown("first\nsecond\n" + rows + "^[999Atop")).startsWith("first\nsecond\ntop\nx\n");
    assertThat(shown("first\nsecond\n" + rows + "^[2J"))
        .isEqualTo("first\nsecond" + "\n".repeat(Screen.HEIGHT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[",
        "^]",
        "^P",
        "^[1;",
        "^[999999999999999999C",
        "^[999999999999B",
        "^[1000000000Gx",
        "^[2147483648;2147483648Hx",
        "^[38;2m",
        "^[31m^[32m",
        "\r",
        "\b",
        "\tx\r",
        "^[999Cx\n",
        "^[40Hx^[H",
        "x^[A",
        "^[1K^[999C",
        "\ud83d",
        "^[1:",
        "^[31mx^[Hy\n",
        "^[2J\n",
        "x\n^[40A"
      })
  @Timeout(10)
  void hostile_text_takes_bounded_time_and_room(String piece) {
    String text = piece.replace("^", "\u001b").repeat(200_000 / piece.length());
    assertThat(Terminal.html(text).length()).isLessThan(6_000_000);
  }

  @Test
  @Timeout(10)
  void many_small_writes_are_as_good_as_one() {
    Terminal terminal = new Terminal();
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      terminal.write("x");
      apply(terminal.update(), pieces);
    }
    assertThat(pieces).hasSize(100_000);
    for (int i = 0; i < 100_000; i++) {
      terminal.write("\r" + i + "\u001b[K");
      apply(terminal.update(), pieces);
    }
    assertThat(pieces).containsExactly("99999");
  }

  @Test
  void text_in_pieces_gives_what_the_whole_gives() {
    String[] parts = {
      "word",
      "\n",
      "\r",
      "\b",
      "\t",
      "\u001b[31m",
      "\u001b[0m",
      "\u001b[1;44m",
      "\u001b[A",
      "\u001b[2B",
      "\u001b[K",
      "\u001b[1K",
      "\u001b[2J",
      "\u001b[H",
      "\u001b[3;5H",
      "\u001b[J",
      "\u001b[3C",
      "\u001b[2D",
      "😀",
      "<&>",
      "\n\n\n",
      "\u001b]0;t\u0007",
      "\u001b[F",
      "x\ny\nz\n"
    };
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Terminal terminal = new Terminal();
      List<String> pieces = new ArrayList<>();
      int at = 0;
      while (at < text.length()) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        terminal.write(text.substring(at, end));
        apply(terminal.update(), pieces);
        at = end;
      }
      String html = String.join("", pieces);
      assertThat(terminal.html()).as("seed " + seed).isEqualTo(Terminal.html(text.toString()));
      assertThat(html).as("seed " + seed).isEqualTo(terminal.html());
    }
  }

  @Test
  void a_change_near_the_end_replaces_little() {
    Terminal terminal = new Terminal();
    List<String> pieces = new ArrayList<>();
    terminal.write("row\n".repeat(10_000));
    apply(terminal.update(), pieces);
    terminal.write("\u001b[Aone");
    apply(terminal.update(), pieces);
    terminal.write("\rtwo");
    Terminal.Update update = terminal.update();
    assertThat(String.join("", update.added())).isEqualTo("two");
    assertThat(update.kept()).isPositive();
  }

  private static void apply(Terminal.Update update, List<String> pieces) {
    while (pieces.size() > update.kept()) {
      pieces.remove(pieces.size() - 1);
    }
    pieces.addAll(update.added());
  }
}
