package vivarium.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentEncodingTest {
  @Test
  void what_is_encoded_in_a_url_stays_so() {
    assertThat(PercentEncoding.url("/a%20b?c=ä#d")).isEqualTo("/a%20b?c=%C3%A4#d");
  }

  @Test
  void a_percent_sign_that_encodes_nothing_is_encoded() {
    assertThat(PercentEncoding.url("100%")).isEqualTo("100%25");
    assertThat(PercentEncoding.url("%zz%4")).isEqualTo("%25zz%254");
  }

  @Test
  void a_path_is_read_as_nothing_but_a_path() {
    assertThat(PercentEncoding.path("a b/100%/c#d?e\"f:g'😀"))
        .isEqualTo("a%20b/100%25/c%23d%3Fe%22f%3Ag%27%F0%9F%98%80");
  }
}
