package vivarium.model.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.text.English;

class ShownTest {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzkAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static Shown shown(String type, String data) {
    return Shown.of(new MimeBundle(Map.of(type, data, MimeBundle.TEXT, "plain")), English.TEXTS);
  }

  @Test
  void of_all_representations_the_richest_is_shown() {
    List<String> types =
        List.of(
            MimeBundle.HTML,
            MimeBundle.SVG,
            MimeBundle.PNG,
            MimeBundle.JPEG,
            MimeBundle.GIF,
            MimeBundle.MARKDOWN,
            MimeBundle.LATEX,
            MimeBundle.JSON,
            MimeBundle.TEXT);
    for (int i = 0; i < types.size(); i++) {
      Map<String, String> data = new LinkedHashMap<>();
      for (int j = types.size() - 1; j >= i; j--) {
        data.put(types.get(j), "1");
      }
      assertThat(Shown.of(new MimeBundle(data), English.TEXTS).type()).isEqualTo(types.get(i));
    }
    assertThat(Shown.of(new MimeBundle(Map.of("text/x-unknown", "1")), English.TEXTS).content())
        .isEqualTo("<pre></pre>");
  }

  @Test
  void in_place_of_a_widget_stands_a_word_unless_it_has_a_picture() {
    assertThat(shown(MimeBundle.WIDGET, "{}").content())
        .contains("Controls appear here")
        .doesNotContain("plain");
    Map<String, String> data = Map.of(MimeBundle.WIDGET, "{}", MimeBundle.PNG, PIXEL);
    assertThat(Shown.of(new MimeBundle(data), English.TEXTS).type()).isEqualTo(MimeBundle.PNG);
  }

  @Test
  void text_is_shown_as_a_terminal_would_and_keeps_its_first_empty_line() {
    assertThat(Shown.of(MimeBundle.text("x"), English.TEXTS).content()).isEqualTo("<pre>x</pre>");
    assertThat(Shown.of(MimeBundle.text("\n\u001b[31m<b>"), English.TEXTS).content())
        .isEqualTo("<pre>\n\n<span class=\"viv-ansi-red\">&lt;b&gt;</span></pre>");
  }

  @Test
  void html_markdown_and_tex_are_left_to_others() {
    assertThat(shown(MimeBundle.HTML, "<b>"))
        .isEqualTo(new Shown(MimeBundle.HTML, Shown.Kind.HTML, "<b>"));
    assertThat(shown(MimeBundle.MARKDOWN, "*a*"))
        .isEqualTo(new Shown(MimeBundle.MARKDOWN, Shown.Kind.MARKDOWN, "*a*"));
    assertThat(shown(MimeBundle.LATEX, "$a$"))
        .isEqualTo(new Shown(MimeBundle.LATEX, Shown.Kind.LATEX, "$a$"));
    assertThat(shown(MimeBundle.MARKDOWN, "*".repeat(Shown.LONGEST_TO_RENDER)).kind())
        .isEqualTo(Shown.Kind.MARKDOWN);
    assertThat(shown(MimeBundle.MARKDOWN, "*".repeat(Shown.LONGEST_TO_RENDER + 1)).type())
        .isEqualTo(MimeBundle.TEXT);
  }

  @Test
  void an_image_says_its_size_so_that_nothing_moves_when_it_is_there() {
    assertThat(shown(MimeBundle.PNG, PIXEL.replace("AAAN", "AA\nAN") + "\n").content())
        .isEqualTo(
            "<img src=\"data:image/png;base64,"
                + PIXEL
                + "\" alt=\"Output of the cell, an image\" width=\"640\" height=\"480\""
                + " decoding=\"async\">");
    byte[] gif = {'G', 'I', 'F', '8', '9', 'a', 3, 1, 2, 0, 0, 0};
    assertThat(image(MimeBundle.GIF, gif)).contains("width=\"259\" height=\"2\"");
    byte[] jpeg = {
      -1, -40, -1, -32, 0, 4, 9, 9, -1, -60, 0, 2, -1, -62, 0, 17, 8, 1, 0, 0, 16, 3, 0, 0, 0
    };
    assertThat(image(MimeBundle.JPEG, jpeg)).contains("width=\"16\" height=\"256\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\"><script>", "iVBORw0KGgo", "____", "/9j/", "/9j///////////8"})
  void what_is_no_image_is_still_an_element_that_does_no_harm(String data) {
    for (String type : List.of(MimeBundle.PNG, MimeBundle.JPEG, MimeBundle.GIF)) {
      assertThat(shown(type, data).content())
          .startsWith("<img src=\"data:" + type + ";base64,")
          .doesNotContain("width", "<script")
          .endsWith(" decoding=\"async\">");
    }
  }

  @Test
  void an_svg_is_an_image_so_that_its_scripts_do_not_run() {
    assertThat(shown(MimeBundle.SVG, "<svg a='b%'>é😀#\ud800\n</svg>").content())
        .startsWith(
            "<img src=\"data:image/svg+xml;charset=utf-8,%3Csvg%20a='b%25'%3E%C3%A9%F0%9F%98%80"
                + "%23%EF%BF%BD%0A%3C/svg%3E\" alt=\"");
  }

  @Test
  void json_is_a_tree_to_unfold() {
    assertThat(shown(MimeBundle.JSON, "{\"a<\":[1,\"x\\n\"],\"b\":{},\"c\":null}").content())
        .isEqualTo(
            """
            <div class="viv-json"><details open=""><summary>{\
            <span class="viv-json-count">3 members</span>}</summary><ul>\
            <li><details><summary><span class="viv-json-name">a&lt;</span>: [\
            <span class="viv-json-count">2 items</span>]</summary><ul>\
            <li><span class="viv-json-number">1</span></li>\
            <li><span class="viv-json-string">"x\\n"</span></li></ul></details></li>\
            <li><span class="viv-json-name">b</span>: <span class="viv-json-word">{}</span></li>\
            <li><span class="viv-json-name">c</span>: <span class="viv-json-word">null</span></li>\
            </ul></details></div>""");
  }

  @Test
  void json_that_is_too_large_is_cut_off_with_a_count() {
    String items = "1,".repeat(1_100);
    assertThat(shown(MimeBundle.JSON, "[" + items + "1]").content())
        .contains("1,101 items", "… and 1,001 more</li>");
    String inner = "[" + "1,".repeat(JsonTree.MOST_OF_ONE - 1) + "1]";
    String many = shown(MimeBundle.JSON, "[" + (inner + ",").repeat(99) + inner + "]").content();
    assertThat(many.split("<li>", -1)).hasSizeLessThan(JsonTree.MOST_IN_ALL + 10);
    assertThat(shown(MimeBundle.JSON, "\"" + "x".repeat(JsonTree.LONGEST + 7) + "\"").content())
        .contains("x\"</span>", "and 7 more characters");
  }

  @Test
  @Timeout(10)
  void json_that_nests_deeply_or_is_none_is_bounded_too() {
    String deep = shown(MimeBundle.JSON, "[".repeat(400) + "1" + "]".repeat(400)).content();
    assertThat(deep.split("<details", -1)).hasSize(JsonTree.DEEPEST + 2);
    assertThat(shown(MimeBundle.JSON, "[".repeat(100_000)).type()).isEqualTo(MimeBundle.TEXT);
    assertThat(shown(MimeBundle.JSON, "NaN").content()).isEqualTo("<pre>NaN</pre>");
  }

  @Test
  void outputs_stand_in_elements_that_a_page_can_style() {
    assertThat(OutputHtml.stream("std\"out", "\nx"))
        .isEqualTo("<pre class=\"viv-stream\" data-stream=\"std&quot;out\">\n\nx</pre>");
    assertThat(OutputHtml.display(shown(MimeBundle.HTML, ""), "<b>x</b>"))
        .isEqualTo("<div class=\"viv-display\" data-mime=\"text/html\"><b>x</b></div>");
    assertThat(
            OutputHtml.failure(
                new Output.Failure("E", "v", "T\u001b[1mb", List.of()), English.TEXTS))
        .isEqualTo("<pre class=\"viv-error\">T<span class=\"viv-ansi-bold\">b</span></pre>");
    assertThat(OutputHtml.failure(new Output.Failure("E", "<v>", "", List.of()), English.TEXTS))
        .isEqualTo("<pre class=\"viv-error\">E: &lt;v&gt;</pre>");
    assertThat(OutputHtml.failure(explained("T", "`x<y` is 0", "Cell"), English.TEXTS))
        .isEqualTo(
            "<div class=\"viv-error\"><p class=\"viv-error-headline\"><strong>E</strong>: &lt;v&gt;"
                + " <a class=\"viv-error-place\" href=\"#a\" data-line=\"3\">line 3</a></p>"
                + "<p class=\"viv-error-hint\"><code>x&lt;y</code> is 0</p>"
                + "<pre class=\"viv-error-own\">Cell</pre>"
                + "<details class=\"viv-error-all\"><summary>Full traceback</summary>"
                + "<pre class=\"viv-error-traceback\">T</pre></details></div>");
    assertThat(
            OutputHtml.failure(
                explained("Traceback (most recent call last):\n  Cell\nE: <v>", "", "Cell"),
                English.TEXTS))
        .doesNotContain("details", "viv-error-hint");
    assertThat(OutputHtml.leftOut(new Output.LeftOut(1234, 1, 0), English.TEXTS))
        .isEqualTo(
            "<p class=\"viv-left-out\">… 1,234 characters in 1 line left out here. To keep all of"
                + " it, write it to a file.</p>");
    assertThat(OutputHtml.leftOut(new Output.LeftOut(1, 0, 2), English.TEXTS))
        .contains("… 1 character and 2 displayed values left out here.");
    assertThat(OutputHtml.leftOut(new Output.LeftOut(0, 0, 1), English.TEXTS))
        .contains("… 1 displayed value left out here.");
  }

  private static Output.Failure explained(String traceback, String hint, String own) {
    return new Output.Failure(
        "E",
        "<v>",
        traceback,
        List.of(new Output.Frame("a", 2), new Output.Frame("a", 3)),
        new Output.Explanation("E: <v>", hint, own));
  }

  private static String image(String type, byte[] bytes) {
    return shown(type, Base64.getEncoder().encodeToString(bytes)).content();
  }
}
