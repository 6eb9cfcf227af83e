package vivarium.site.render.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {
  @Test
  void a_page_without_scripts_of_its_author_runs_those_of_its_site_alone() {
    assertThat(ContentPolicy.of("<p>Hi <a href=https://example.org/>there</a></p>", List.of()))
        .isEqualTo(
            "default-src 'self' data: blob:; script-src 'self' 'wasm-unsafe-eval';"
                + " style-src * data: blob: 'unsafe-inline'; img-src * data: blob:;"
                + " media-src * data: blob:; font-src * data: blob:;"
                + " connect-src 'self' data: blob:; worker-src 'self' blob:;"
                + " frame-src 'self' data: blob:; object-src 'none'; base-uri 'self'");
  }

  @Test
  void scripts_in_the_text_are_known_by_their_hash() {
    // printf 'a()\nb()' | openssl dgst -sha256 -binary | base64
    assertThat(rule("script-src", "<script>a()\r\nb()</script>"))
        .contains("'sha256-ibDq25dfxIOXFsZCi7JYnQkIbM0rgaCZ1K4jOsB5hdI='")
        .doesNotContain("'unsafe-inline'");
  }

  @Test
  void what_elements_do_when_something_happens_is_known_by_its_hash_too() {
    assertThat(rule("script-src", "<button onclick=\"go()\">Go</button>"))
        .contains("'unsafe-hashes'")
        .anyMatch(source -> source.startsWith("'sha256-"));
  }

  @Test
  void data_in_script_elements_is_no_script() {
    assertThat(rule("script-src", "<script type=\"application/json\">{}</script>"))
        .containsExactly("'self'", "'wasm-unsafe-eval'");
  }

  @Test
  void a_page_with_a_script_of_another_host_trusts_it_with_everything() {
    assertThat(rule("script-src", "<script src=\"//cdn.example.org/x.js\"></script>"))
        .contains("*", "'unsafe-inline'", "'unsafe-eval'");
  }

  @Test
  void scripts_of_the_author_may_ask_other_hosts() {
    assertThat(rule("connect-src", "<script src=\"mine.js\"></script>")).contains("*");
    assertThat(rule("frame-src", "<script src=\"mine.js\"></script>")).contains("*");
    assertThat(rule("script-src", "<script src=\"mine.js\"></script>"))
        .containsExactly("'self'", "'wasm-unsafe-eval'");
  }

  @Test
  void frames_come_from_where_the_author_says() {
    String body =
        "<iframe src=\"https://video.example.org:8443/1?x=1\"></iframe>"
            + "<section data-background-iframe=\"https://b.example.org/\"></section>";
    assertThat(rule("frame-src", body))
        .contains("https://b.example.org", "https://video.example.org:8443");
    assertThat(rule("frame-src", "<iframe srcdoc=\"&lt;iframe src=https://in.example.org/&gt;\">"))
        .contains("https://in.example.org");
  }

  @Test
  void files_of_other_hosts_can_be_fetched() {
    assertThat(
            ContentPolicy.of("", List.of("vivarium/data/1.csv", "https://data.example.org/a.csv")))
        .contains("connect-src 'self' data: blob: https://data.example.org;");
  }

  @Test
  void no_address_ends_a_rule() {
    String body =
        "<iframe src=\"https://x.example.org;script-src/\"></iframe><iframe src=\"https://*/\"></iframe>";
    assertThat(ContentPolicy.of(body, List.of("https://a b/", "https://'none'/")))
        .isEqualTo(ContentPolicy.of("", List.of()));
  }

  private static List<String> rule(String name, String body) {
    Map<String, List<String>> rules =
        Arrays.stream(ContentPolicy.of(body, List.of()).split("; "))
            .map(rule -> rule.split(" "))
            .collect(
                Collectors.toMap(
                    words -> words[0], words -> List.of(words).subList(1, words.length)));
    return rules.getOrDefault(name, List.of());
  }
}
