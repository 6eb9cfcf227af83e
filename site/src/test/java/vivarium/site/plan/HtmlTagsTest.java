package vivarium.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HtmlTagsTest {
  @Test
  void attributes_are_found_however_they_are_quoted() {
    assertThat(values("<IMG SRC=\"a.png\" alt='>' width=3><a href=b.md>x</a>"))
        .containsExactly("img src a.png", "img alt >", "img width 3", "a href b.md");
  }

  @Test
  void comments_and_tags_without_an_end_hold_none() {
    assertThat(values("<!-- <img src=a> --><p id=b><img src=\"c")).containsExactly("p id b");
  }

  @Test
  void a_value_knows_where_it_stands() {
    String html = "<p><img src=\"a.png\">";
    HtmlTags.Attribute attribute = HtmlTags.attributes(html).get(0);
    assertThat(html.substring(attribute.start(), attribute.end())).isEqualTo("a.png");
  }

  @Test
  @Timeout(5)
  void html_of_beginnings_is_read_in_bounded_time() {
    assertThat(values("<a ".repeat(100_000))).isEmpty();
    assertThat(values("<a b='".repeat(100_000))).isEmpty();
    assertThat(values("<!--".repeat(100_000))).isEmpty();
    assertThat(values("<a =\"<".repeat(100_000) + ">")).isNotNull();
  }

  private static List<String> values(String html) {
    return HtmlTags.attributes(html).stream()
        .map(a -> a.element() + " " + a.name() + " " + a.value())
        .toList();
  }
}
