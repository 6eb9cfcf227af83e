package vivarium.site.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CssUrlTest {
  @Test
  void every_way_to_name_a_file_is_found_with_its_line() {
    String css =
        """
        @import "base.css";
        /* url(not.png) */
        a { background: url( 'a b.png' ) }
        b { background: URL(c.png), url("d.svg#x") }
        """;
    assertThat(CssUrl.in(css))
        .extracting(CssUrl::destination, CssUrl::line)
        .containsExactly(
            tuple("base.css", 1), tuple("a b.png", 3), tuple("c.png", 4), tuple("d.svg#x", 4));
  }

  @Test
  @Timeout(5)
  void a_stylesheet_of_beginnings_is_read_in_bounded_time() {
    assertThat(CssUrl.in("url(".repeat(100_000))).isEmpty();
    assertThat(CssUrl.in("/*".repeat(100_000))).isEmpty();
    assertThat(CssUrl.in("url(" + " ".repeat(20_000))).isEmpty();
  }
}
