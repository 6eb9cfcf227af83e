package vivarium.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vivarium.model.document.Block;
import vivarium.model.document.PlainText;
import vivarium.parse.DocumentParser;

class SlidesTest {
  @Test
  void without_a_break_headings_begin_slides() {
    assertThat(stacks("Intro\n\n# Part\n\n## A\n\ntext\n\n### Deeper\n\n## B\n"))
        .containsExactly("p(Intro)", "h(Part)", "h(A) p(text) h(Deeper)", "h(B)");
  }

  @Test
  void with_a_break_headings_begin_none() {
    assertThat(stacks("# A\n\n## B\n\n---\n\n## C\n\n# D\n"))
        .containsExactly("h(A) h(B)", "h(C) h(D)");
  }

  @Test
  void a_break_down_stacks_slides() {
    assertThat(stacks("## A\n\n-v-\n\n## B\n\n## C\n")).containsExactly("h(A) / h(B)", "h(C)");
    assertThat(stacks("A\n\n---\n\nB\n\n-v-\n\nC\n\n-v-\n\nD\n"))
        .containsExactly("p(A)", "p(B) / p(C) / p(D)");
  }

  @Test
  void a_slide_that_shows_nothing_goes_to_the_one_before() {
    assertThat(stacks("A\n\n---\n\n<!-- notes: one -->\n\n---\n\n---\n\nB\n"))
        .containsExactly("p(A) notes", "p(B)");
    assertThat(stacks("## A\n\n---\n\n```python {hidden}\n1\n```\n")).containsExactly("h(A) cell");
  }

  @Test
  void what_shows_nothing_before_the_first_slide_is_kept_apart() {
    Slides slides = slides("<!-- notes: one -->\n\n# A\n");
    assertThat(slides.stacks()).hasSize(1);
    assertThat(slides.before()).hasSize(1).first().isInstanceOf(Block.Notes.class);
    assertThat(slides("").stacks()).isEmpty();
  }

  private static List<String> stacks(String markdown) {
    return slides(markdown).stacks().stream()
        .map(stack -> stack.stream().map(SlidesTest::text).collect(Collectors.joining(" / ")))
        .toList();
  }

  private static Slides slides(String markdown) {
    return Slides.of(
        Plan.of(
            DocumentParser.parse("a.md", markdown.getBytes(StandardCharsets.UTF_8)).document()));
  }

  private static String text(Slide slide) {
    return slide.blocks().stream().map(SlidesTest::text).collect(Collectors.joining(" "));
  }

  private static String text(Block block) {
    if (block instanceof Block.Heading heading) {
      return "h(" + PlainText.of(heading.content()) + ")";
    }
    if (block instanceof Block.Paragraph paragraph) {
      return "p(" + PlainText.of(paragraph.content()) + ")";
    }
    return block instanceof Block.Notes ? "notes" : "cell";
  }
}
