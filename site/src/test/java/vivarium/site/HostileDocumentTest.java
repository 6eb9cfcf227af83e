package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that nobody writes by hand. */
class HostileDocumentTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "*a ",
        "**a",
        "[",
        "![",
        "[a](",
        "`",
        "<a ",
        "<!--",
        "$",
        "::: {.a}\n",
        "1. ",
        "a\n\n---\n\n",
        "\\",
        "&",
        "_a _",
        "<div>",
        "{",
        "# ",
        "|a",
        "[a]{.b} ",
        "- [ ] "
      })
  @Timeout(20)
  void a_piece_that_is_repeated_becomes_a_page_in_bounded_time(String piece) {
    TestSite site =
        new TestSite().with("a.md", "---\nformat: [slides, page]\n---\n" + piece.repeat(MANY));
    assertThat(TestSite.paths(site.build("a.md"))).contains("index.html", "index.page.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a **a ", "::: {.a}\n", "[a"})
  @Timeout(20)
  void what_nests_deeply_becomes_a_page_or_an_error(String opening) {
    String closing =
        opening.startsWith(":") ? "\n:::\n" : opening.contains("*") ? "b** b*" : "](x)";
    TestSite site = new TestSite().with("a.md", opening.repeat(MANY) + "x" + closing.repeat(MANY));
    Build build = site.build("a.md");
    if (build.site().isEmpty()) {
      assertThat(TestSite.codes(build)).containsExactly("nested-too-deep a.md");
    } else {
      assertThat(TestSite.paths(build)).contains("index.html");
    }
  }
}
