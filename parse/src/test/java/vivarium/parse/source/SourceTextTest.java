package vivarium.parse.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void lines_end_with_any_of_the_three_line_ends() {
    SourceText text = SourceText.of("a.md", "a\nb\r\nc\rd");
    assertThat(text.lines(0, text.lineCount()).text()).isEqualTo("a\nb\nc\nd\n");
    assertThat(SourceText.of("a.md", "").lineCount()).isZero();
    assertThat(SourceText.of("a.md", "\n\n").lineCount()).isEqualTo(2);
  }

  @Test
  void columns_count_code_points_in_any_order_of_asking() {
    SourceText text = SourceText.of("a.md", "😀😀b\té\nc");
    assertThat(text.location(0, 4)).hasToString("a.md:1:3");
    assertThat(text.location(0, 6)).hasToString("a.md:1:5");
    assertThat(text.location(0, 2)).hasToString("a.md:1:2");
    assertThat(text.location(1, 0)).hasToString("a.md:2:1");
    assertThat(text.location(0, 99)).hasToString("a.md:1:6");
  }

  @Test
  void a_slice_knows_where_it_comes_from() {
    Fragment whole = SourceText.of("a.md", "<!-- notes: a\n    b\n\n      c\n-->").lines(0, 5);
    Fragment slice = whole.slice(11, whole.text().indexOf("-->"));
    assertThat(slice.text()).isEqualTo(" a\n    b\n\n      c\n\n");
    Fragment dedented = slice.dedented();
    assertThat(dedented.text()).isEqualTo("a\nb\n\n  c\n\n");
    assertThat(dedented.location(0, 0)).hasToString("a.md:1:13");
    assertThat(dedented.location(1, 0)).hasToString("a.md:2:5");
    assertThat(dedented.location(3, 2)).hasToString("a.md:4:7");
    assertThat(dedented.span(1, 0, 3).lastLine()).isEqualTo(4);
  }

  @Test
  void a_fragment_without_lines_stands_at_the_top_of_the_file() {
    Fragment none = SourceText.of("a.md", "").lines(0, 0);
    assertThat(none.location(3, 3)).hasToString("a.md:1:1");
    assertThat(none.line(0)).isEmpty();
  }
}
