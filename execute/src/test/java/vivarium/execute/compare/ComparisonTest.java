package vivarium.execute.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.outputs;
import static vivarium.execute.Cells.result;
import static vivarium.execute.Cells.stderr;
import static vivarium.execute.Cells.stdout;
import static vivarium.execute.compare.Compared.MARKDOWN;
import static vivarium.execute.compare.Compared.NOTEBOOK;
import static vivarium.execute.compare.Compared.agree;
import static vivarium.execute.compare.Compared.differs;
import static vivarium.execute.compare.Compared.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.execute.CellReport;
import vivarium.execute.CellReport.Status;
import vivarium.execute.Cells;
import vivarium.model.diagnostic.Location;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class ComparisonTest {
  @Test
  void a_difference_reads_like_a_patch() {
    assertThat(
            differs(
                MARKDOWN, List.of(stdout("total\n6\nend\n")), List.of(stdout("total\n7\nend\n"))))
        .isEqualTo("  total\n- 6\n+ 7\n  end");
  }

  @Test
  void a_difference_names_the_lines_that_record() {
    Optional<Difference> found =
        report(cell("sum").line(10).recording(stdout("6")), List.of(stdout("7")))
            .difference(MARKDOWN);
    assertThat(found).isPresent();
    assertThat(found.get().where()).isEqualTo(new Location(MARKDOWN, 30, 0));
    assertThat(found.get().cell()).isEqualTo("sum");
  }

  @Test
  void a_cell_that_records_nothing_is_not_compared() {
    assertThat(report(cell("a"), List.of(stdout("7"))).difference(MARKDOWN)).isEmpty();
  }

  @Test
  void an_empty_fence_records_that_nothing_is_written() {
    assertThat(differs(MARKDOWN, List.of(), List.of(stdout("7")))).isEqualTo("+ 7");
    agree(MARKDOWN, List.of(), List.of());
  }

  @Test
  void a_notebooks_cell_without_outputs_did_not_run() {
    agree(NOTEBOOK, List.of(), List.of(stdout("7")));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FINE")
  void a_cell_that_did_not_do_as_it_should_is_not_compared(Status status) {
    CellReport report =
        new CellReport(
            cell("a").recording(stdout("6")).build(),
            status,
            outputs(stdout("7")),
            Duration.ZERO,
            "");
    assertThat(report.difference(MARKDOWN)).isEmpty();
  }

  @Test
  void white_space_at_ends_and_kinds_of_line_ends_do_not_count() {
    agree(MARKDOWN, List.of(stdout("a  \r\nb")), List.of(stdout("a\nb\t\n\n \n")));
    assertThat(differs(MARKDOWN, List.of(stdout(" a")), List.of(stdout("a"))))
        .isEqualTo("-  a\n+ a");
  }

  @Test
  void colours_do_not_count_and_what_was_written_over_is_not_seen() {
    agree(MARKDOWN, List.of(stdout("red")), List.of(stdout("\u001b[1;31mred\u001b[0m")));
    agree(MARKDOWN, List.of(stdout("100 %")), List.of(stdout("1 %\r50 %\r100 %\r\n")));
    agree(
        MARKDOWN,
        List.of(stdout("link")),
        List.of(stdout("\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007")));
  }

  @Test
  void streams_of_one_name_are_one_text() {
    agree(
        NOTEBOOK,
        List.of(stdout("a"), stderr("x\n"), stdout("b\n")),
        List.of(stderr("x"), stdout("ab")));
  }

  @Test
  void a_fence_of_text_holds_printed_text_and_plain_values() {
    agree(
        MARKDOWN,
        List.of(stdout("a\n[1, 2]\nb")),
        List.of(stdout("a"), shown("[1, 2]"), stdout("b")));
    agree(MARKDOWN, List.of(stdout("a\n3")), List.of(stdout("a\n"), result("3")));
    agree(
        MARKDOWN,
        List.of(stdout("x\n0  1")),
        List.of(stdout("x\n"), value("text/html", "<table>…", "text/plain", "0  1")));
  }

  @Test
  void a_fence_of_text_says_nothing_of_a_figure() {
    agree(
        MARKDOWN,
        List.of(stdout("x")),
        List.of(
            stdout("x"),
            value("image/png", "iVBO", "text/plain", "<Figure size 640x480 with 1 Axes>")));
  }

  @Test
  void a_fence_of_text_may_hold_what_python_says_of_a_figure() {
    agree(
        MARKDOWN,
        List.of(stdout("x\n<Figure size 640x480 with 1 Axes>\ny")),
        List.of(
            stdout("x"),
            value("image/png", "iVBO", "text/plain", "<Figure size 640x480 with 1 Axes>\n"),
            stdout("y")));
  }

  @Test
  void a_line_that_was_cleared_is_empty() {
    agree(MARKDOWN, List.of(stdout("a\n\nb")), List.of(stdout("a\n50 %\r    \nb")));
    agree(MARKDOWN, List.of(stdout("\ufffd")), List.of(stdout("\0")));
  }

  @Test
  void a_fence_of_text_may_hold_the_stream_of_errors_or_not() {
    List<Output> now = List.of(stdout("a\n"), stderr("warning\n"), stdout("b\n"));
    agree(MARKDOWN, List.of(stdout("a\nwarning\nb")), now);
    agree(MARKDOWN, List.of(stdout("a\nb")), now);
    assertThat(differs(MARKDOWN, List.of(stdout("a\nc")), now)).isEqualTo("  a\n- c\n+ b");
  }

  @Test
  void a_notebook_records_the_stream_of_errors_by_itself() {
    assertThat(
            differs(
                NOTEBOOK, List.of(stdout("a"), stderr("old")), List.of(stdout("a"), stderr("new"))))
        .isEqualTo("@ stderr\n- old\n+ new");
    assertThat(differs(NOTEBOOK, List.of(stdout("a")), List.of(stdout("a"), stderr("new"))))
        .isEqualTo("@ stderr\n+ new");
  }

  @Test
  void html_is_compared_without_its_white_space() {
    agree(
        NOTEBOOK,
        List.of(value("text/html", "<table>\n  <tr>\n    <td>1</td></tr>\n</table>")),
        List.of(value("text/html", "<table><tr> <td>1</td> </tr></table>\n")));
    assertThat(
            differs(
                NOTEBOOK,
                List.of(value("text/html", "<tr><td>1</td></tr>")),
                List.of(value("text/html", "<tr><td>2</td></tr>"))))
        .isEqualTo("  <tr>\n- <td>1</td>\n+ <td>2</td>\n  </tr>");
  }

  @Test
  void an_image_only_has_to_be_there() {
    agree(NOTEBOOK, List.of(value("image/png", "AAAA")), List.of(value("image/png", "BBBB")));
    agree(NOTEBOOK, List.of(value("image/png", "AAAA")), List.of(value("image/svg+xml", "<svg/>")));
    assertThat(differs(NOTEBOOK, List.of(value("image/png", "AAAA")), List.of()))
        .isEqualTo("- [image]");
    assertThat(
            differs(NOTEBOOK, List.of(stdout("a")), List.of(stdout("a"), value("image/png", "A"))))
        .isEqualTo("  a\n+ [image]");
  }

  @Test
  void other_forms_only_have_to_be_there() {
    agree(
        NOTEBOOK,
        List.of(value("application/json", "{}", "text/plain", "x")),
        List.of(value("text/plain", "x", "application/json", "[1]")));
    assertThat(
            differs(
                NOTEBOOK,
                List.of(value("application/json", "{}", "text/plain", "x")),
                List.of(value("text/plain", "x"))))
        .isEqualTo("- [application/json]\n  x");
  }

  @Test
  void latex_and_markdown_are_compared_by_their_text() {
    assertThat(
            differs(
                NOTEBOOK, List.of(value("text/latex", "$x$")), List.of(value("text/latex", "$y$"))))
        .isEqualTo("- $x$\n+ $y$");
  }

  @Test
  void a_value_is_compared_by_what_is_seen_of_it() {
    agree(NOTEBOOK, List.of(result("3")), List.of(result("3")));
    assertThat(differs(NOTEBOOK, List.of(result("3")), List.of(result("4")))).isEqualTo("- 3\n+ 4");
  }

  @Test
  void of_an_output_that_was_cut_off_the_rest_is_not_compared() {
    Outputs cut =
        new Outputs(List.of(stdout("1\n2\n3\n4"), new Output.LeftOut(1000, 9, 0), stdout("end\n")));
    Cells recording = cell("a").recording(stdout("1\n2\n3\n45\n6\n"));
    assertThat(
            new CellReport(recording.build(), Status.FINE, cut, Duration.ZERO, "")
                .difference(MARKDOWN))
        .isEmpty();
  }

  @Test
  void a_difference_is_printable() {
    assertThat(differs(MARKDOWN, List.of(stdout("a")), List.of(stdout("\u0007\u202eb"))))
        .isEqualTo("- a\n+ \\u0007\\u202eb");
  }

  private static Output shown(String text) {
    return new Output.Display(MimeBundle.text(text));
  }

  private static Output value(String... typesAndForms) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (int i = 0; i < typesAndForms.length; i += 2) {
      forms.put(typesAndForms[i], typesAndForms[i + 1]);
    }
    return new Output.Result(new MimeBundle(forms));
  }
}
