package vivarium.execute.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.failure;
import static vivarium.execute.Cells.stdout;
import static vivarium.execute.compare.Compared.MARKDOWN;
import static vivarium.execute.compare.Compared.agree;
import static vivarium.execute.compare.Compared.differs;
import static vivarium.execute.compare.Compared.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.execute.CellReport;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.output.Output;

class ExceptionComparisonTest {
  @Test
  void an_exception_is_compared_by_class_and_message() {
    agree(
        MARKDOWN,
        List.of(failure("NameError", "name 'x' is not defined")),
        List.of(failure("NameError", "name ‘x’ is not defined")));
    assertThat(
            differs(
                MARKDOWN,
                List.of(stdout("a"), failure("KeyError", "'k'")),
                List.of(stdout("a"), failure("IndexError", "list index out of range"))))
        .isEqualTo("- KeyError: 'k'\n+ IndexError: list index out of range");
    assertThat(
            differs(
                MARKDOWN,
                List.of(failure("ValueError", "one")),
                List.of(failure("ValueError", "two"))))
        .isEqualTo("- ValueError: one\n+ ValueError: two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<object at 0x7f1>            | <object at 0x2b3c>",
        "No such file: '/tmp/abc'     | No such file: '/tmp/xyz'",
        "[Errno 2] No such file: 'a'  | [Errno 44] No such file: 'a'",
        "name 'x' is not defined. Did you mean: 'y'? | name 'x' is not defined",
        "expected ... lines           | expected 3 lines",
        "a   b                        | a b"
      })
  void messages_are_compared_like_text(String recorded, String now) {
    agree(MARKDOWN, List.of(failure("E", recorded)), List.of(failure("E", now)));
  }

  @Test
  void the_module_of_an_exception_does_not_count() {
    agree(
        MARKDOWN,
        List.of(failure("json.decoder.JSONDecodeError", "x")),
        List.of(failure("JSONDecodeError", "x")));
  }

  @Test
  void messages_of_syntax_errors_are_each_pythons_own() {
    agree(
        MARKDOWN,
        List.of(failure("SyntaxError", "invalid syntax (<ipython-input-3>, line 1)")),
        List.of(failure("SyntaxError", "expected ':'")));
    assertThat(
            differs(
                MARKDOWN,
                List.of(failure("SyntaxError", "x")),
                List.of(failure("IndentationError", "x"))))
        .isEqualTo("- SyntaxError: x\n+ IndentationError: x");
  }

  @Test
  void a_traceback_without_a_named_exception_is_read_from_its_end() {
    String traceback =
        """
        ---------------------------------------------------------------------------
        IndexError                                Traceback (most recent call last)
        <ipython-input-1-70bd89baa4df> in <module>()
        ----> 11 favorite_ice_cream()

        \u001b[0;31mIndexError\u001b[0m: list index out of range
        """;
    agree(
        MARKDOWN,
        List.of(new Output.Failure("", "", traceback, List.of())),
        List.of(failure("IndexError", "list index out of range")));
    assertThat(
            differs(
                MARKDOWN,
                List.of(new Output.Failure("", "", traceback, List.of())),
                List.of(failure("KeyError", "0"))))
        .isEqualTo("- IndexError: list index out of range\n+ KeyError: 0");
    agree(
        MARKDOWN,
        List.of(new Output.Failure("", "", "struct.error: bad char", List.of())),
        List.of(failure("error", "bad char")));
    agree(
        MARKDOWN,
        List.of(new Output.Failure("", "", "something went wrong", List.of())),
        List.of(failure("KeyError", "0")));
  }

  @Test
  void a_traceback_that_is_the_same_says_it_all() {
    String traceback = "Traceback\n  Cell \"a\", line 1\nStop: one\nline: two\na note";
    agree(
        MARKDOWN,
        List.of(new Output.Failure("Exception", "a note", traceback, List.of())),
        List.of(new Output.Failure("Stop", "one\nline: two", traceback, List.of())));
  }

  @Test
  void a_cell_that_may_raise_need_not_record_what() {
    CellReport report =
        report(
            cell("a").with(Flag.RAISES).recording(stdout("a")),
            List.of(stdout("a"), failure("KeyError", "0")));
    assertThat(report.difference(MARKDOWN)).isEmpty();
  }

  @Test
  @Timeout(20)
  void hostile_tracebacks_are_read_in_time() {
    for (String piece :
        List.of("a.", "A", "A: ", "a", "\n", "\u001b[", "\u001b]", "Did you mean ")) {
      String text = piece.repeat(1_000_000 / piece.length());
      Output.Failure failure = new Output.Failure("", "", text, List.of());
      assertThat(Raised.of(failure).allows(Raised.of(failure))).isTrue();
      Raised wordy = Raised.of(new Output.Failure("E", text, "", List.of()));
      assertThat(wordy.allows(wordy)).isTrue();
      assertThat(wordy.allows(Raised.of(new Output.Failure("E", "x" + text, "", List.of()))))
          .isFalse();
    }
  }
}
