package vivarium.engine.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V8TypesetterTest {
  @TempDir static Path cache;
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    typesetter = V8Typesetter.start(cache);
  }

  @AfterAll
  static void stop() {
    typesetter.close();
  }

  @Test
  void python_gets_the_class_names_of_the_editor() {
    assertThat(typesetter.highlight("python", "total = 0  # sum\nfor n in 'ab':\n    total += 1"))
        .isEqualTo(
            """
            <span class="tok-variableName">total</span> <span class="tok-operator">=</span> \
            <span class="tok-number">0</span>  <span class="tok-comment"># sum</span>
            <span class="tok-keyword">for</span> <span class="tok-variableName">n</span> \
            <span class="tok-keyword">in</span> <span class="tok-string">'ab'</span>:
                <span class="tok-variableName">total</span> \
            <span class="tok-operator">+=</span> <span class="tok-number">1</span>\
            """);
  }

  @Test
  void a_language_that_is_not_known_is_escaped_only() {
    assertThat(typesetter.highlight("constructor", "a < b && \"c\""))
        .isEqualTo("a &lt; b &amp;&amp; &quot;c&quot;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "C++", "html", "java", "js", "json", "r", "sql", "toml", "yaml"})
  void highlighting_keeps_every_character(String language) {
    String code = "a <b> & \"c\" 'd'\n\t# é 😀 \u2028 {[(\\\n\n";
    String html = typesetter.highlight(language, code);
    String text =
        html.replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    assertThat(text).isEqualTo(code);
  }

  @Test
  void mathematics_is_html_with_mathml_beside_it() throws MathException {
    assertThat(typesetter.math("\\frac{a}{b}", false))
        .startsWith("<span class=\"katex\"><span class=\"katex-mathml\"><math")
        .contains("<mfrac>");
    assertThat(typesetter.math("x", true)).startsWith("<span class=\"katex-display\">");
  }

  @Test
  void mathematics_may_have_any_character() throws MathException {
    assertThat(typesetter.math("\\text{😀 end}", false)).contains("😀 end").endsWith("</span>");
    assertThat(typesetter.markdown("😀 $x$ end")).endsWith(" end</p>\n");
  }

  @Test
  void wrong_mathematics_is_explained() {
    assertThatThrownBy(() -> typesetter.math("\\frac{a", false))
        .isInstanceOf(MathException.class)
        .hasMessageContaining("end of input");
  }

  @Test
  void mathematics_cannot_bring_in_links_or_run_for_ever() {
    assertThat(catchMath("\\href{javascript:alert(1)}{x}")).doesNotContain("<a ");
    assertThat(catchMath("\\def\\a{\\a\\a}\\a")).contains("expansions");
  }

  @Test
  void markdown_is_that_of_notebooks() {
    assertThat(typesetter.markdown("# A *b*\n\n|x|\n|-|\n|1|\n\n<b>c</b> costs $5 and $6"))
        .contains("<h1>A <em>b</em></h1>", "<td>1</td>", "<b>c</b> costs $5 and $6</p>");
    assertThat(typesetter.markdown("$a$ and $$b$$ in a line"))
        .startsWith("<p><span class=\"katex\">")
        .contains(" and <span class=\"katex-display\">")
        .endsWith(" in a line</p>\n");
    assertThat(typesetter.markdown("$$c$$ begins a line\n\nNext"))
        .startsWith("<p><span class=\"katex-display\">")
        .endsWith(" begins a line</p>\n<p>Next</p>\n");
    assertThat(typesetter.markdown("$$\na\n+ b\n$$")).doesNotContain("<li>");
    assertThat(typesetter.markdown("`$a$`")).isEqualTo("<p><code>$a$</code></p>\n");
    assertThat(typesetter.markdown("[x](javascript:alert(1))")).doesNotContain("<a ");
  }

  @Test
  void latex_is_text_with_tex_in_it() {
    assertThat(typesetter.latex("$\\displaystyle x^2$"))
        .startsWith("<p><span class=\"katex\">")
        .endsWith("</span></p>");
    assertThat(typesetter.latex("a < b: \\begin{align}x&=1\\end{align}"))
        .startsWith("<p>a &lt; b: <span class=\"katex-display\">");
    assertThat(typesetter.latex("<b>$5")).isEqualTo("<p>&lt;b&gt;$5</p>");
  }

  @Test
  void wrong_mathematics_in_an_output_is_shown_as_it_was_written() {
    assertThat(typesetter.markdown("$\\frac{a$"))
        .contains("<code class=\"language-tex\"", ">\\frac{a</code>");
    assertThat(typesetter.latex("$\\nope{<}$")).contains(">\\nope{&lt;}</code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$", "$$", "$a", "$$a\n", "\\(", "[", "*a ", "> ", "- ", "<a ", "|a", "https://"})
  @Timeout(20)
  void hostile_markdown_takes_bounded_time(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    assertThat(typesetter.markdown(text)).isNotEmpty();
    assertThat(typesetter.latex(text)).isNotEmpty();
  }

  @Test
  void many_threads_may_typeset_at_once() {
    String[] answers = new String[64];
    Arrays.parallelSetAll(answers, i -> typesetter.highlight("python", "x" + i));
    for (int i = 0; i < answers.length; i++) {
      assertThat(answers[i]).isEqualTo("<span class=\"tok-variableName\">x" + i + "</span>");
    }
  }

  @Test
  void the_native_library_is_unpacked_once() {
    assertThat(cache.resolve("javet-5.0.4").toFile().list())
        .singleElement()
        .asString()
        .contains("javet");
  }

  private static String catchMath(String tex) {
    try {
      return typesetter.math(tex, false);
    } catch (MathException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
