package vivarium.check.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.model.document.Document;
import vivarium.parse.DocumentParser;

class DeckTest {
  private static final String TEXT =
      """
      ---
      title: T
      ---

      ## One

      text

      -v-

      without a heading

      ## Two
      """;

  @Test
  void a_slide_is_where_its_heading_is() {
    Deck deck = deck("a/loops.md", TEXT);
    assertThat(deck.where("two", 3, 4)).hasToString("a/loops.md:13:1");
    assertThat(deck.where("", 2, 4)).hasToString("a/loops.md:11:1");
  }

  @Test
  void the_title_that_the_page_adds_is_the_document_itself() {
    assertThat(deck("loops.md", TEXT).where("title-slide", 0, 4)).hasToString("loops.md");
  }

  @Test
  void a_slide_beyond_the_last_is_the_document_itself() {
    assertThat(deck("loops.md", TEXT).where("", 9, 3)).hasToString("loops.md");
  }

  @Test
  void decks_stand_where_the_site_has_them() {
    assertThat(deck("a/loops.md", TEXT).page()).isEqualTo("a/loops.html");
    String second = "---\nformat: [page, slides]\n---\n# A\n";
    assertThat(deck("loops.qmd", second).page()).isEqualTo("loops.slides.html");
    assertThat(Deck.among(List.of(parse("a/loops.md", TEXT)), true).get(0).page())
        .isEqualTo("index.html");
    assertThat(Deck.among(List.of(parse("a.md", "---\nformat: page\n---\n")), false)).isEmpty();
  }

  private static Deck deck(String path, String text) {
    return Deck.among(List.of(parse(path, text)), false).get(0);
  }

  private static Document parse(String path, String text) {
    return DocumentParser.parse(path, text.getBytes(StandardCharsets.UTF_8)).document();
  }
}
