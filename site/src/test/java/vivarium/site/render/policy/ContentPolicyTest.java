package vivarium.site.render.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {
  /** {@code printf 'a()\nb()' | openssl dgst -sha256 -binary | base64}. */
  private static final String AB = "'sha256-ibDq25dfxIOXFsZCi7JYnQkIbM0rgaCZ1K4jOsB5hdI='";

  @Test
  void a_page_without_scripts_of_its_author_runs_those_of_its_site_alone() {
    assertThat(
            ContentPolicy.of("<p>Hi <a href=https://example.org/>there</a></p>", List.of(), false))
        .isEqualTo(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';"
                + " style-src * data: blob: 'unsafe-inline'; img-src * data: blob:;"
                + " media-src * data: blob:; font-src * data: blob:;"
                + " connect-src 'self' data: blob:; worker-src 'self' blob:;"
                + " frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'");
  }

  @Test
  void scripts_in_the_text_are_known_by_their_hash() {
    assertThat(rule("script-src", "<script>a()\r\nb()</script>"))
        .contains(AB)
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
    for (String script : List.of("<script src=\"mine.js\"></script>", "<script>a()</script>")) {
      assertThat(rule("connect-src", script)).contains("*");
      assertThat(rule("frame-src", script)).contains("*");
      assertThat(rule("form-action", script)).isEmpty();
    }
  }

  @Test
  void a_script_in_a_file_may_load_others_and_make_code_but_brings_none_into_the_text() {
    assertThat(rule("script-src", "<script src=\"mine.js\"></script><script>a()\nb()</script>"))
        .containsExactly("'self'", "'wasm-unsafe-eval'", "*", "'unsafe-eval'", AB);
  }

  @Test
  void scripts_in_the_text_load_others_from_the_hosts_that_they_name() {
    assertThat(
            rule(
                "script-src",
                "<script type=module>import d3 from 'https://esm.example.org/d3@7' // \"https:\""
                    + "\nlet s = `//b.example.org:81/x`</script>"))
        .containsSubsequence("'self'", "b.example.org:81", "https://esm.example.org")
        .doesNotContain("*", "'unsafe-eval'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval(x)", "new Function('1')"})
  void a_script_in_the_text_makes_code_of_texts_if_it_says_so(String script) {
    assertThat(rule("script-src", "<script>" + script + "</script>")).contains("'unsafe-eval'");
    assertThat(rule("script-src", "<script>function f() {}</script>"))
        .doesNotContain("'unsafe-eval'");
  }

  @Test
  void a_script_in_a_picture_is_one() {
    assertThat(rule("script-src", "<svg><script>a()\nb()</script></svg>")).contains(AB);
  }

  @Test
  void the_speakers_window_of_a_deck_has_its_script() {
    assertThat(ContentPolicy.of("", List.of(), true))
        .contains("script-src 'self'")
        .contains("'sha256-");
  }

  @Test
  void plug_ins_are_there_where_the_document_has_one() {
    assertThat(rule("object-src", "<embed src=\"script.pdf\">")).containsExactly("'self'");
    assertThat(rule("object-src", "<object data=\"https://a.example.org/x.pdf\"></object>"))
        .containsExactly("'self'", "https://a.example.org");
    assertThat(rule("frame-src", "<object data=\"https://a.example.org/x.pdf\"></object>"))
        .contains("https://a.example.org");
  }

  @Test
  void a_form_for_another_host_is_sent() {
    assertThat(rule("form-action", "<form action=\"https://a.example.org/x\">")).isEmpty();
    assertThat(rule("form-action", "<form action=\"/x\">")).containsExactly("'self'");
  }

  @Test
  void frames_come_from_where_the_author_says() {
    String body =
        "<iframe src=\"https://video.example.org:8443/1?x=1\"></iframe>"
            + "<section data-background-iframe=\"https://b.example.org/\"></section>"
            + "<iframe data-src=\"https://late.example.org/\"></iframe>"
            + "<a data-preview-link href=\"https://link.example.org/\">see</a>"
            + "<iframe src=\"data:text/html,hi\"></iframe><iframe src=\"here.html\"></iframe>";
    assertThat(rule("frame-src", body))
        .containsExactly(
            "'self'",
            "data:",
            "https://b.example.org",
            "https://late.example.org",
            "https://link.example.org",
            "https://video.example.org:8443");
    assertThat(rule("frame-src", "<iframe srcdoc=\"&lt;iframe src=https://in.example.org/&gt;\">"))
        .contains("https://in.example.org");
  }

  @Test
  void files_of_other_hosts_can_be_fetched() {
    assertThat(
            ContentPolicy.of(
                "", List.of("vivarium/data/1.csv", "https://data.example.org/a.csv"), false))
        .contains("connect-src 'self' data: blob: https://data.example.org;");
  }

  @Test
  void no_address_ends_a_rule() {
    String body =
        "<iframe src=\"https://x.example.org;script-src/\"></iframe><iframe src=\"https://*/\"></iframe>";
    assertThat(ContentPolicy.of(body, List.of("https://a b/", "https://'none'/"), false))
        .isEqualTo(ContentPolicy.of("", List.of(), false));
  }

  private static List<String> rule(String name, String body) {
    Map<String, List<String>> rules =
        Arrays.stream(ContentPolicy.of(body, List.of(), false).split("; "))
            .map(rule -> rule.split(" "))
            .collect(
                Collectors.toMap(
                    words -> words[0], words -> List.of(words).subList(1, words.length)));
    return rules.getOrDefault(name, List.of());
  }
}
