package vivarium.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.model.document.LineSteps;

class CodeLinesTest {
  private static final LineSteps STEPS =
      new LineSteps(
          List.of(
              List.of(new LineSteps.Range(1, 1)),
              List.of(new LineSteps.Range(2, 3), new LineSteps.Range(5, 5)),
              List.of()));

  @Test
  void each_line_has_an_element_with_its_line_break() {
    assertThat(CodeLines.wrap("a\n\nb"))
        .isEqualTo(
            "<span class=\"viv-line\">a\n</span>"
                + "<span class=\"viv-line\">\n</span>"
                + "<span class=\"viv-line\">b</span>");
  }

  @Test
  void an_element_over_several_lines_is_closed_and_opened_again() {
    assertThat(CodeLines.wrap("<span class=\"tok-string\">&lt;a\nb</span> c\n"))
        .isEqualTo(
            "<span class=\"viv-line\"><span class=\"tok-string\">&lt;a</span>\n</span>"
                + "<span class=\"viv-line\"><span class=\"tok-string\">b</span> c\n</span>");
  }

  @Test
  void no_code_has_no_lines() {
    assertThat(CodeLines.wrap("")).isEmpty();
  }

  @Test
  void steps_read_as_their_author_wrote_them() {
    assertThat(CodeLines.text(STEPS)).isEqualTo("1|2-3,5|all");
  }

  @Test
  void every_step_but_the_first_is_a_fragment() {
    assertThat(CodeLines.fragments(STEPS))
        .isEqualTo(
            "<span class=\"fragment viv-step\" data-lines=\"2-3,5\"></span>"
                + "<span class=\"fragment viv-step\" data-lines=\"all\"></span>");
  }
}
