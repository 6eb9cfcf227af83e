package vivarium.parse.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%sql select 1",
        "  %sql select 1",
        "!wget https://example.org",
        "!!git log",
        "files = !git ls-files",
        "t = %sql select 1",
        "a, b = !make",
        "%%time",
      })
  void what_needs_ipython_or_a_shell_is_found(String line) {
    assertThat(Magics.firstUnknownIn(List.of("x = 1", line))).contains(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%time x",
        "%pip install numpy",
        "!python3 -m pip install -q numpy",
        "!{sys.executable} -m pip install numpy",
        "%matplotlib inline",
        "if x:\n    %config A.b = 'c",
        "!ls *.csv | wc -l",
        "files = !ls",
        "t = %timeit -o x",
        "?print",
        "print?",
        "L.append??",
        "x = 7 % 4",
        "x = (7\n% 4)",
        "x = 7 \\\n% 4",
        "s = '''\n!git\n'''",
        "s = \"\"\"\n%sql 'x'\n\"\"\"",
        "s = 'it\\'s'\nx = a != b",
        "# it's\nx = 1  # what?",
        "s = '\\\n!git'",
        "print('really?')",
        "a == b",
        "",
      })
  void what_is_understood_stays(String code) {
    assertThat(Magics.firstUnknownIn(List.of(code.split("\n", -1)))).isEmpty();
  }

  @Test
  void a_command_for_a_cell_takes_what_stands_below() {
    assertThat(Magics.firstUnknownIn(List.of("", "# so", "%%html", "!git"))).isEmpty();
    assertThat(Magics.firstUnknownIn(List.of("%%time", "x = 1", "!git"))).contains(2);
    assertThat(Magics.firstUnknownIn(List.of("%%R", "x <- 1"))).contains(0);
  }

  @Test
  void a_quotation_mark_in_a_magic_opens_no_string() {
    assertThat(Magics.firstUnknownIn(List.of("%config a = 'x", "!git"))).contains(1);
    assertThat(Magics.firstUnknownIn(List.of("s = 'not closed", "!git"))).contains(1);
  }
}
