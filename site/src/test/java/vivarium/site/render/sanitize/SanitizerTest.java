package vivarium.site.render.sanitize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
  private static final Path DOMPURIFY =
      Path.of("../node_modules/dompurify/dist/purify.es.mjs").toAbsolutePath();

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(SanitizerTest.class.getResourceAsStream("/sanitize/cases.txt"))) {
      String input = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("in: ")) {
          input = line.substring(4).replace("\\n", "\n");
        } else if (line.startsWith("out:")) {
          cases.add(Arguments.of(input, line.substring(5).replace("\\n", "\n")));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_could_act_on_the_page_is_taken_away_and_the_rest_stays(String html, String expected) {
    assertThat(Sanitizer.html(html)).isEqualTo(expected);
    assertThat(Sanitizer.html(expected)).as("a second time").isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothing_breaks_out_of_the_element_it_is_put_into(String html, String expected) {
    String page =
        "<ul><li id=around><div id=output>"
            + Sanitizer.html(html)
            + "</div><p id=after>after</p></li></ul>";
    assertThat(Jsoup.parse(page).selectXpath("//li[@id='around']/div[@id='output']/../p").text())
        .isEqualTo("after");
    assertThat(Jsoup.parse(page).select("#output script, #output style, #output [onload]"))
        .isEmpty();
  }

  @Test
  void mathml_of_katex_keeps_its_source_apart_only_in_what_was_typeset() {
    String math = "<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>";
    assertThat(Sanitizer.typeset(math)).isEqualTo(math);
    assertThat(Sanitizer.html(math)).isEqualTo("<math><mi>x</mi>\\x</math>");
    assertThat(Sanitizer.typeset("<semantics onclick=x>a</semantics><script>x</script>"))
        .doesNotContain("onclick", "script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<div>",
        "<x>",
        "<x></x>",
        "<p><b>",
        "<b><p>",
        "<svg>",
        "<math><mi>",
        "<li>",
        "<table><td>",
        "&",
        "<!--",
        "<a href=",
        "<i><div>",
        "<select>",
        "<ul><li>",
        "<template>",
        "<a b=c ",
        "<p id=a>",
        "<font><p>"
      })
  @Timeout(20)
  void hostile_html_takes_bounded_time_and_depth(String piece) {
    String html = Sanitizer.html(piece.repeat(300_000 / piece.length()));
    int depth = 0;
    int deepest = 0;
    Matcher tags = Pattern.compile("<(/?)(\\w+)[^>]*>").matcher(html);
    while (tags.find()) {
      depth += tags.group(1).isEmpty() ? 1 : -1;
      deepest = Math.max(deepest, depth);
    }
    assertThat(depth).isZero();
    assertThat(deepest).isLessThanOrEqualTo(CleanWriter.DEEPEST);
  }

  @Test
  void the_names_are_those_of_the_dompurify_that_pages_load() throws IOException {
    assertThat(DOMPURIFY).as("npm's packages are installed by the build").exists();
    String source = Files.readString(DOMPURIFY);
    Set<String> html = list("const html\\$1 = freeze", source);
    html.removeAll(Set.of("html", "head", "body", "style", "form"));
    assertThat(AllowedNames.HTML).isEqualTo(html);
    Set<String> svg = list("const svg\\$1 = freeze", source);
    svg.addAll(list("const svgFilters = freeze", source));
    svg.remove("style");
    assertThat(AllowedNames.SVG).isEqualTo(svg);
    assertThat(AllowedNames.MATHML).isEqualTo(list("const mathMl\\$1 = freeze", source));
    Set<String> attributes = new TreeSet<>();
    for (String name : List.of("html", "svg", "mathMl", "xml")) {
      attributes.addAll(list("const " + name + " = freeze", source));
    }
    assertThat(AllowedNames.ATTRIBUTES).isEqualTo(attributes);
    assertThat(AllowedNames.DROPPED)
        .isEqualTo(list("DEFAULT_FORBID_CONTENTS = addToSet\\(\\{\\}, ", source));
    assertThat(AllowedNames.TEXT)
        .isEqualTo(list("DEFAULT_URI_SAFE_ATTRIBUTES = addToSet\\(\\{\\}, ", source));
    assertThat(AllowedNames.MEDIA)
        .isEqualTo(list("DEFAULT_DATA_URI_TAGS = addToSet\\(\\{\\}, ", source));
  }

  /** The strings of the JavaScript array behind {@code name}, a regular expression. */
  private static Set<String> list(String name, String source) {
    Matcher list = Pattern.compile(name + "\\(?\\[([^\\]]*)\\]").matcher(source);
    assertThat(list.find()).as(name).isTrue();
    Matcher strings = Pattern.compile("\"([^\"]*)\"").matcher(list.group(1));
    Set<String> names = new TreeSet<>();
    while (strings.find()) {
      names.add(strings.group(1).toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
