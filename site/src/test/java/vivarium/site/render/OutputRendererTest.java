package vivarium.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.site.language.PageLanguage;

class OutputRendererTest {
  private final FakeTypesetter typesetter = new FakeTypesetter();
  private final Mathematics mathematics = new Mathematics(typesetter, "a.md");
  private final OutputRenderer renderer =
      new OutputRenderer(typesetter, mathematics, PageLanguage.of("en", Map.of()).texts());

  private String html(Output... outputs) {
    return renderer.html(new Outputs(List.of(outputs)));
  }

  private String value(String type, String data) {
    return html(new Output.Result(new MimeBundle(Map.of(type, data))));
  }

  @Test
  void pieces_of_one_stream_are_one_element_and_two_streams_are_two() {
    assertThat(
            html(
                new Output.Stream("stdout", "10%"),
                new Output.Stream("stdout", "\r20%\u001b[3"),
                new Output.Stream("stdout", "1m!\n"),
                new Output.Stream("stderr", "<oh>"),
                new Output.Stream("stdout", "end")))
        .isEqualTo(
            "<pre class=\"viv-stream\" data-stream=\"stdout\">20%"
                + "<span class=\"viv-ansi-red\">!</span>\n</pre>"
                + "<pre class=\"viv-stream\" data-stream=\"stderr\">&lt;oh&gt;</pre>"
                + "<pre class=\"viv-stream\" data-stream=\"stdout\">end</pre>");
  }

  @Test
  void a_value_between_two_pieces_parts_them() {
    assertThat(
            html(
                new Output.Stream("stdout", "a"),
                new Output.Display(MimeBundle.text("1")),
                new Output.Stream("stdout", "b"),
                new Output.Failure("E", "", "Traceback", List.of())))
        .isEqualTo(
            "<pre class=\"viv-stream\" data-stream=\"stdout\">a</pre>"
                + "<div class=\"viv-display\" data-mime=\"text/plain\"><pre>1</pre></div>"
                + "<pre class=\"viv-stream\" data-stream=\"stdout\">b</pre>"
                + "<pre class=\"viv-error\">Traceback</pre>");
  }

  @Test
  void html_cannot_act_on_the_page_or_leave_its_element() {
    assertThat(value(MimeBundle.HTML, "</div></viv-cell><script>x</script><b onclick=x>y"))
        .isEqualTo("<div class=\"viv-display\" data-mime=\"text/html\"><b>y</b></div>");
  }

  @Test
  void markdown_is_rendered_and_then_cleaned() {
    assertThat(value(MimeBundle.MARKDOWN, "<i onclick=x>a</i></div><style>*{}</style>"))
        .isEqualTo(
            "<div class=\"viv-display\" data-mime=\"text/markdown\"><p><i>a</i></p>\n</div>");
    assertThat(mathematics.used()).isFalse();
  }

  @Test
  void tex_brings_the_styles_for_mathematics() {
    assertThat(value(MimeBundle.LATEX, "$a<b$"))
        .isEqualTo(
            "<div class=\"viv-display\" data-mime=\"text/latex\">"
                + "<p><span class=\"katex\">$a&lt;b$</span></p></div>");
    assertThat(mathematics.used()).isTrue();
  }

  @Test
  void what_was_left_out_is_counted_in_its_place() {
    Output text = new Output.Stream("stdout", "x");
    assertThat(html(text, new Output.LeftOut(12_345, 1, 1000), text))
        .isEqualTo(
            "<pre class=\"viv-stream\" data-stream=\"stdout\">x</pre>"
                + "<p class=\"viv-left-out\">… 12,345 characters in 1 line and 1,000 displayed"
                + " values left out here. To keep all of it, write it to a file.</p>"
                + "<pre class=\"viv-stream\" data-stream=\"stdout\">x</pre>");
    assertThat(renderer.html(Outputs.NONE)).isEmpty();
  }

  @Test
  @Timeout(20)
  void large_outputs_take_bounded_time() {
    assertThat(html(new Output.Stream("stdout", "x\r\n\u001b[31m".repeat(100_000)))).isNotEmpty();
    assertThat(value(MimeBundle.HTML, "<td>x</td>".repeat(100_000))).isNotEmpty();
    assertThat(value(MimeBundle.HTML, "<div>".repeat(200_000))).isNotEmpty();
  }
}
