package vivarium.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.model.document.Block;
import vivarium.model.document.Inline;
import vivarium.model.document.PlainText;

/** What happens at the limits that keep reading within bounds, and beyond them. */
class LimitsTest {
  @Test
  void quotations_deeper_than_a_hundred_are_text() {
    assertThat(depth(blocks("> ".repeat(100) + "a"))).isEqualTo(101);
    List<Block> deeper = blocks("> ".repeat(103) + "a");
    assertThat(depth(deeper)).isEqualTo(101);
    Block innermost = innermost(deeper);
    assertThat(PlainText.of(((Block.Paragraph) innermost).content())).isEqualTo("> > > a");
  }

  @Test
  void emphasis_within_emphasis_keeps_its_words_whatever_its_depth() {
    for (int depth : new int[] {10, 200, 2_000, 100_000}) {
      List<Block> blocks = blocks("*a **b ".repeat(depth) + "c" + "** *".repeat(depth));
      assertThat(blocks).hasSize(1);
      assertThat(PlainText.of(((Block.Paragraph) blocks.get(0)).content())).contains("c");
    }
  }

  @Test
  void a_formula_in_a_line_has_up_to_a_thousand_characters() {
    assertThat(inlines("$" + "x".repeat(998) + "$").get(0)).isInstanceOf(Inline.InlineMath.class);
    assertThat(inlines("$" + "x".repeat(1001) + "$").get(0)).isInstanceOf(Inline.Text.class);
  }

  @Test
  void attributes_have_up_to_a_thousand_characters() {
    assertThat(inlines("[a]{." + "x".repeat(990) + "}").get(0)).isInstanceOf(Inline.Styled.class);
    assertThat(inlines("[a]{." + "x".repeat(1000) + "}").get(0)).isInstanceOf(Inline.Text.class);
  }

  @Test
  void a_paragraph_of_thousands_of_lines_is_whole() {
    List<Block> blocks = blocks("(a) b\n".repeat(10_000) + "\n# Next\n");
    String text =
        PlainText.of(((Block.Paragraph) blocks.get(0)).content())
            + PlainText.of(((Block.Paragraph) blocks.get(1)).content());
    assertThat(text.replace(" ", "")).isEqualTo("(a)b".repeat(10_000));
    assertThat(blocks.get(2)).isInstanceOf(Block.Heading.class);
  }

  @Test
  void a_wide_table_in_a_long_text_is_text() {
    String table = "|a".repeat(50) + "|\n" + "|-".repeat(50) + "|\n";
    assertThat(blocks(table + "\n".repeat(1_000)).get(0)).isInstanceOf(Block.Table.class);
    assertThat(blocks(table + "\n".repeat(5_000)).get(0)).isInstanceOf(Block.Paragraph.class);
  }

  @Test
  void text_that_would_take_too_long_is_shown_as_it_is_with_a_warning() {
    Parsed parsed = DocumentParser.parseBody("a.md", "<".repeat(20_000) + "\n\n*b*\n");
    assertThat(parsed.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.code()).isEqualTo("text-not-read");
              assertThat(diagnostic.where()).hasToString("a.md:1:1");
            });
    assertThat(parsed.document().blocks()).hasSize(2);
    Block.Paragraph second = (Block.Paragraph) parsed.document().blocks().get(1);
    assertThat(second.content().get(0)).isInstanceOf(Inline.Emphasis.class);
  }

  @Test
  void a_large_image_within_the_text_is_read() {
    List<Inline> inlines =
        inlines("<b>a</b> ![a](data:image/png;base64," + "A".repeat(300_000) + ")");
    assertThat(inlines.get(inlines.size() - 1)).isInstanceOf(Inline.Image.class);
  }

  private static List<Block> blocks(String text) {
    return DocumentParser.parseBody("a.md", text).document().blocks();
  }

  private static List<Inline> inlines(String text) {
    return ((Block.Paragraph) blocks(text).get(0)).content();
  }

  private static int depth(List<Block> blocks) {
    int deepest = 0;
    for (Block block : blocks) {
      deepest = Math.max(deepest, 1 + depth(Positions.children(block)));
    }
    return deepest;
  }

  private static Block innermost(List<Block> blocks) {
    List<Block> inside = blocks;
    while (!Positions.children(inside.get(0)).isEmpty()) {
      inside = Positions.children(inside.get(0));
    }
    return inside.get(0);
  }
}
