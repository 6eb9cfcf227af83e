package vivarium.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vivarium.model.document.Block;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.Span;
import vivarium.parse.DocumentParser;
import vivarium.site.language.PageLanguage;
import vivarium.site.plan.Plan;

/** Every example of the CommonMark specification, read and rendered. */
class CommonMarkTest {
  /** The examples that come out otherwise, by their number, and why they do. */
  private static final Map<Integer, String> DIFFERENT = different();

  private static Map<Integer, String> different() {
    Map<Integer, String> reasons = new HashMap<>();
    reasons.put(40, "a tab at the start of a paragraph, which nobody sees, is dropped");
    reasons.put(44, "+++ ends a cell in notebooks written as Markdown");
    for (int comment : List.of(177, 179, 183, 308, 309, 625, 626)) {
      reasons.put(comment, "a comment is for authors, and is not published");
    }
    for (int address : List.of(602, 606, 608, 611, 612)) {
      reasons.put(address, "an address becomes a link, as on GitHub");
    }
    return reasons;
  }

  /** With slides, a line of hyphens would be the end of one. */
  private static final FrontMatter PAGE =
      new FrontMatter(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "en",
          List.of(Format.PAGE),
          FrontMatter.Live.MARKED,
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          FrontMatter.Trust.AUTHOR,
          Map.of(),
          CellOptions.NONE);

  static List<Arguments> examples() {
    List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
    return IntStream.range(0, examples.size())
        .mapToObj(i -> Arguments.of(i + 1, examples.get(i)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void plain_markdown_becomes_the_html_of_the_specification(int number, Example example) {
    String html = plain(render(example.getSource()));
    String expected = example.getHtml().replace(" />", ">").replace('→', '\t');
    String reason = DIFFERENT.get(number);
    if (reason == null) {
      assertThat(html).as(example.getSource()).isEqualTo(expected);
    } else {
      assertThat(html).as("no longer different: " + reason).isNotEqualTo(expected);
    }
  }

  private static String render(String markdown) {
    List<Block> blocks = DocumentParser.parseBody("spec.md", markdown).document().blocks();
    Document document = new Document("spec.md", PAGE, blocks);
    Html out = new Html();
    FakeTypesetter typesetter = new FakeTypesetter();
    return new BlockRenderer(
            out,
            Plan.of(document),
            Format.PAGE,
            typesetter,
            new AsWritten(),
            new Mathematics(typesetter, "spec.md"),
            PageLanguage.of("en", Map.of()).texts())
        .all(blocks)
        .toString();
  }

  /** Takes away what Vivarium adds to the HTML of the specification. */
  private static String plain(String html) {
    return html.replaceAll("<(h[1-6]) id=\"[^\"]*\">", "<$1>")
        .replace("<pre class=\"viv-code\">", "<pre>")
        .replaceAll(" loading=\"lazy\"", "")
        .replaceAll(
            "<figure><img ([^>]*)><figcaption>(.*?)</figcaption></figure>",
            "<p><img $1 title=\"$2\"></p>")
        .replace(" />", ">");
  }

  private static final class AsWritten implements References {
    @Override
    public String link(String destination, Span span) {
      return PercentEncoding.url(destination);
    }

    @Override
    public String image(String destination, Span span) {
      return PercentEncoding.url(destination);
    }

    @Override
    public String file(String destination, Span span) {
      return PercentEncoding.url(destination);
    }
  }
}
