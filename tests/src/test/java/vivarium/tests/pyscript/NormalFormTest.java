package vivarium.tests.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalFormTest {
  private final NormalForm normal = new NormalForm("http://127.0.0.1:80");

  @Test
  void a_traceback_is_the_authors_lines_and_the_error() {
    String text =
        """
        PythonError: Traceback (most recent call last):
          File "/lib/python314.zip/_pyodide/_base.py", line 597, in eval_code_async
            await CodeRunner(
          File "<exec>", line 8, in <module>
            share(1, 0)
            ~~~~~^^^^^^
          File "<exec>", line 5, in share
        ZeroDivisionError: division by zero
        """;
    assertThat(normal.of(text))
        .isEqualTo(
            "traceback: line 8 in <module>; line 5 in share; ZeroDivisionError: division by zero");
  }

  @Test
  void a_mistake_in_the_syntax_is_the_same_with_and_without_a_first_line() {
    String bare =
        """
          File "<script 1>", line 1
            if True print()
                    ^
        SyntaxError: invalid syntax
        """;
    assertThat(normal.of(bare))
        .isEqualTo(normal.of("Traceback (most recent call last):\n" + bare))
        .isEqualTo("traceback: line 1 in ?; SyntaxError: invalid syntax");
  }

  @Test
  void an_error_with_a_code_is_its_code() {
    assertThat(normal.of("FetchError: (PY0404): Fetching\nfailed")).isEqualTo("(PY0404)");
  }

  @Test
  void the_address_of_the_host_does_not_count() {
    assertThat(normal.of("at http://127.0.0.1:80/x")).isEqualTo("at {host}/x");
  }

  @Test
  void what_differs_is_said_line_by_line() {
    assertThat(Difference.of(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
        .containsExactly("- b", "+ x", "+ d");
  }
}
