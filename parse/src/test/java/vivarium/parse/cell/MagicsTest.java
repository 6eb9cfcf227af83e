package vivarium.parse.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%time x",
        "%%time",
        "!ls",
        "  !ls",
        "?print",
        "print?",
        "L.append??",
        "files = !ls",
        "t = %timeit -o x",
        "a, b = !ls",
        "%pip list",
      })
  void what_only_ipython_understands_is_found(String line) {
    Magics magics = Magics.in(List.of("x = 1", line));
    assertThat(magics.first()).contains(1);
    assertThat(magics.lines()).containsExactly("x = 1", line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%pip install numpy",
        "!python3 -m pip install -q numpy",
        "x = 7 % 4",
        "x = (7\n% 4)",
        "x = 7 \\\n% 4",
        "s = '''\n!ls\n'''",
        "s = \"\"\"\n%time 'x'\n\"\"\"",
        "s = 'it\\'s'\nx = a != b",
        "# it's\nx = 1  # what?",
        "s = '\\\n!ls'",
        "print('really?')",
        "a == b",
        "",
      })
  void python_stays_python(String code) {
    List<String> lines = List.of(code.split("\n", -1));
    assertThat(Magics.in(lines)).isEqualTo(new Magics(lines, Optional.empty()));
  }

  @Test
  void magics_that_only_prepare_a_notebook_become_comments_in_their_line() {
    Magics magics =
        Magics.in(
            List.of("%matplotlib inline", "if x:", "    %config A.b = 'c", "%load_ext autoreload"));
    assertThat(magics.first()).isEmpty();
    assertThat(magics.lines())
        .containsExactly(
            "# %matplotlib inline",
            "if x:", "    pass  # %config A.b = 'c", "# %load_ext autoreload");
  }

  @Test
  void a_quotation_mark_in_a_magic_opens_no_string() {
    assertThat(Magics.in(List.of("%config a = 'x", "!ls")).first()).contains(1);
    assertThat(Magics.in(List.of("s = 'not closed", "!ls")).first()).contains(1);
  }
}
