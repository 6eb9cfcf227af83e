package vivarium.site.render;

import java.util.List;
import java.util.Map;
import vivarium.model.document.Block;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.PlainText;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;
import vivarium.site.plan.Plan;

/** Writes the body of a page. */
final class PageBody {
  /** With fewer parts than this, a reader sees them all without a list. */
  private static final int FEWEST_CONTENTS = 3;

  private final Html out;
  private final BlockRenderer blocks;
  private final Plan plan;
  private final Surroundings surroundings;
  private final Texts texts;

  PageBody(Html out, BlockRenderer blocks, Plan plan, Surroundings surroundings, Texts texts) {
    this.out = out;
    this.blocks = blocks;
    this.plan = plan;
    this.surroundings = surroundings;
    this.texts = texts;
  }

  void write() {
    formats();
    out.raw("<main class=\"viv-article\">\n");
    FrontMatter frontMatter = plan.document().frontMatter();
    List<Block> all = plan.document().blocks();
    int titled = startsWithTitle(all) ? 1 : 0;
    if (titled == 1) {
      blocks.all(all.subList(0, 1));
    } else {
      frontMatter.title().ifPresent(title -> out.open("h1").text(title).close("h1").line());
    }
    Byline.write(frontMatter, out);
    contents(all);
    blocks.all(all.subList(titled, all.size()));
    blocks.footnotes();
    out.line().raw("</main>\n");
  }

  private static boolean startsWithTitle(List<Block> blocks) {
    return !blocks.isEmpty()
        && blocks.get(0) instanceof Block.Heading heading
        && heading.level() == 1;
  }

  private void formats() {
    if (surroundings.formats().size() < 2) {
      return;
    }
    out.raw("<header class=\"viv-masthead\"><p class=\"viv-formats\">");
    for (Format format : plan.formats()) {
      String url = surroundings.formats().get(format);
      if (format != Format.PAGE && url != null) {
        out.open("a", Map.of("href", url)).text(texts.of(name(format))).close("a");
      }
    }
    out.raw("</p></header>\n");
  }

  /** What readers call a format. */
  static Message name(Format format) {
    return switch (format) {
      case SLIDES -> Message.SLIDES;
      case PAGE -> Message.PAGE;
      case NOTEBOOK -> Message.NOTEBOOK;
    };
  }

  private void contents(List<Block> all) {
    List<Block.Heading> parts =
        all.stream()
            .filter(block -> block instanceof Block.Heading heading && heading.level() == 2)
            .map(Block.Heading.class::cast)
            .toList();
    if (parts.size() < FEWEST_CONTENTS) {
      return;
    }
    out.raw("<nav class=\"viv-contents\" aria-label=\"").text(texts.of(Message.CONTENTS));
    out.raw("\">\n<ol>\n");
    for (Block.Heading part : parts) {
      out.open("li").open("a", Map.of("href", "#" + PercentEncoding.path(part.id())));
      out.text(PlainText.of(part.content())).raw("</a></li>\n");
    }
    out.raw("</ol>\n</nav>\n");
  }
}
