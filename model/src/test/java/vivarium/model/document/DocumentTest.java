package vivarium.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
  private static final Span SPAN = new Span(1, 1, 1);

  @Test
  void the_title_of_the_front_matter_comes_first() {
    Document document =
        new Document("a/loops.md", titled("Loops"), List.of(heading(1, text("Other"))));
    assertThat(document.title()).isEqualTo("Loops");
  }

  @Test
  void else_the_first_heading_with_text_is_the_title() {
    Document document =
        new Document(
            "a/loops.md",
            FrontMatter.DEFAULT,
            List.of(
                new Block.Paragraph(List.of(text("Text")), SPAN),
                heading(1, new Inline.RawHtml("<br>")),
                heading(3, text("For "), new Inline.CodeSpan("while")),
                heading(1, text("Later"))));
    assertThat(document.title()).isEqualTo("For while");
  }

  @ParameterizedTest
  @CsvSource({
    "loops.md,loops",
    "a/b.c/loops.v2.md,loops.v2",
    "a.b/loops,loops",
    ".hidden,.hidden",
  })
  void else_the_name_of_the_file_is_the_title(String path, String title) {
    assertThat(new Document(path, FrontMatter.DEFAULT, List.of()).title()).isEqualTo(title);
  }

  @Test
  void plain_text_is_the_words_alone() {
    List<Inline> inlines =
        List.of(
            text("a "),
            new Inline.Emphasis(List.of(text("b"), new Inline.Strong(List.of(text("c"))))),
            new Inline.SoftBreak(),
            new Inline.Strikethrough(List.of(text("d"))),
            new Inline.HardBreak(),
            new Inline.Link("x.md", "tip", List.of(text("e")), SPAN),
            new Inline.RawHtml("<kbd>"),
            new Inline.Image("x.png", "tip", List.of(text("f")), Attributes.NONE, SPAN),
            new Inline.InlineMath("g^2", SPAN),
            new Inline.CodeSpan("h"),
            new Inline.Styled(Attributes.NONE, List.of(text("i"))),
            new Inline.FootnoteMark("1"));
    assertThat(PlainText.of(inlines)).isEqualTo("a bc d efg^2hi");
    assertThat(PlainText.of(List.of())).isEmpty();
  }

  @Test
  void what_is_given_is_copied() {
    List<Block> blocks = new ArrayList<>(List.of(new Block.Rule(SPAN)));
    Document document = new Document("a.md", FrontMatter.DEFAULT, blocks);
    blocks.clear();
    assertThat(document.blocks()).hasSize(1);
  }

  @Test
  void blocks_within_blocks_are_copied() {
    List<Block> children = new ArrayList<>(List.of(heading(1, text("a"))));
    Block.Callout callout =
        new Block.Callout(Block.Callout.Kind.TIP, List.of(), Attributes.NONE, children, SPAN);
    Block.Footnote footnote = new Block.Footnote("1", children, SPAN);
    Block.ItemList.Item item = new Block.ItemList.Item(Optional.empty(), Attributes.NONE, children);
    children.clear();
    assertThat(List.of(callout.children(), footnote.children(), item.children()))
        .allSatisfy(copied -> assertThat(copied).hasSize(1));
  }

  @Test
  void options_are_asked_for_by_name() {
    CellOptions options =
        new CellOptions(Set.of(CellOptions.Flag.RUN), Map.of(CellOptions.Key.TIMELIMIT, "3"));
    assertThat(options.has(CellOptions.Flag.RUN)).isTrue();
    assertThat(options.has(CellOptions.Flag.HIDDEN)).isFalse();
    assertThat(options.value(CellOptions.Key.TIMELIMIT)).contains("3");
    assertThat(options.value(CellOptions.Key.ENV)).isEmpty();
    assertThat(CellOptions.Key.TIMELIMIT.word()).isEqualTo("timelimit");
    assertThat(CellOptions.Flag.AUTORUN.word()).isEqualTo("autorun");
  }

  @Test
  void attributes_keep_their_order() {
    Attributes attributes = new Attributes(Optional.of("id"), List.of("b", "a"), ordered("z", "a"));
    assertThat(attributes.values().keySet()).containsExactly("z", "a");
    assertThat(attributes.has("a")).isTrue();
    assertThat(attributes.has("z")).isFalse();
  }

  @Test
  void places_and_ranges_that_cannot_be_are_refused() {
    for (int[] span : new int[][] {{0, 1, 1}, {1, 0, 1}, {2, 1, 1}}) {
      assertThatThrownBy(() -> new Span(span[0], span[1], span[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new LineSteps.Range(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LineSteps.Range(3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_document_has_at_least_one_format() {
    FrontMatter some = FrontMatter.DEFAULT;
    assertThatThrownBy(() -> withFormats(some, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> ordered(String... keys) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : keys) {
      values.put(key, "");
    }
    return values;
  }

  private static FrontMatter titled(String title) {
    FrontMatter none = FrontMatter.DEFAULT;
    return new FrontMatter(
        Optional.of(title),
        none.subtitle(),
        none.authors(),
        none.date(),
        none.description(),
        none.lang(),
        none.formats(),
        none.live(),
        none.theme(),
        none.css(),
        none.packages(),
        none.engine(),
        none.files(),
        none.network(),
        none.installFrom(),
        none.trust(),
        none.strings(),
        none.cell());
  }

  private static FrontMatter withFormats(FrontMatter front, List<FrontMatter.Format> formats) {
    return new FrontMatter(
        front.title(),
        front.subtitle(),
        front.authors(),
        front.date(),
        front.description(),
        front.lang(),
        formats,
        front.live(),
        front.theme(),
        front.css(),
        front.packages(),
        front.engine(),
        front.files(),
        front.network(),
        front.installFrom(),
        front.trust(),
        front.strings(),
        front.cell());
  }

  private static Block heading(int level, Inline... content) {
    return new Block.Heading(level, "id", List.of(content), Attributes.NONE, SPAN);
  }

  private static Inline text(String text) {
    return new Inline.Text(text);
  }
}
