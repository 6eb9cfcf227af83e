package vivarium.check.slides;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverflowTest {
  @Test
  void it_says_what_sticks_out_how_far_and_where() {
    assertThat(overflow("li", "", "and so on").sentence())
        .isEqualTo("The list item \"and so on\" sticks out by 85 px at the bottom of the slide.");
    assertThat(overflow("img", "", "").sentence())
        .isEqualTo("The image sticks out by 85 px at the bottom of the slide.");
    assertThat(overflow("output", "sum", "1 2 3").sentence())
        .isEqualTo(
            "The output of the cell \"sum\" sticks out by 85 px at the bottom of the slide.");
    assertThat(overflow("div", "", "x").sentence()).startsWith("The element <div> \"x\" sticks");
  }

  @Test
  void a_long_text_is_cut_between_characters() {
    assertThat(overflow("p", "", "😀".repeat(50)).sentence())
        .contains("\"" + "😀".repeat(40) + "…\"");
  }

  private static Overflow overflow(String tag, String cell, String text) {
    return new Overflow(0, "", "bottom", 85, tag, cell, text);
  }
}
