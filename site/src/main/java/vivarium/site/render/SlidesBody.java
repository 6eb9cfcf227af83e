package vivarium.site.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.document.Block;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.Span;
import vivarium.site.plan.Anchors;
import vivarium.site.plan.Plan;
import vivarium.site.plan.Slide;
import vivarium.site.plan.Slides;

/** Writes the body of a deck. */
final class SlidesBody {
  private static final Set<String> FILES =
      Set.of("background-image", "background-video", "background-iframe");

  private final Html out;
  private final BlockRenderer blocks;
  private final References references;
  private final Plan plan;

  SlidesBody(Html out, BlockRenderer blocks, References references, Plan plan) {
    this.out = out;
    this.blocks = blocks;
    this.references = references;
    this.plan = plan;
  }

  void write() {
    Slides slides = Slides.of(plan);
    boolean titled = !slides.stacks().isEmpty() && slides.stacks().get(0).get(0).isTitled();
    boolean ownTitle =
        slides.stacks().isEmpty() || (plan.document().frontMatter().title().isPresent() && !titled);
    out.raw("<main class=\"viv-deck\"><div class=\"slides\">\n");
    if (ownTitle) {
      titleSlide(slides.before());
    }
    boolean first = !ownTitle;
    for (List<Slide> stack : slides.stacks()) {
      out.raw(stack.size() > 1 ? "<section>\n" : "");
      for (Slide slide : stack) {
        slide(slide, first ? slides.before() : List.of(), first && titled);
        first = false;
      }
      out.raw(stack.size() > 1 ? "</section>\n" : "");
    }
    out.raw("</div></main>\n");
  }

  private void titleSlide(List<Block> unseen) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "viv-title-slide");
    attributes.put("id", Anchors.unused("title-slide", plan.document()));
    out.open("section", attributes).line();
    out.open("h1").text(plan.document().title()).close("h1").line();
    Byline.write(plan.document().frontMatter(), out);
    blocks.all(unseen);
    blocks.footnotes();
    out.line().close("section").line();
  }

  private void slide(Slide slide, List<Block> unseen, boolean byline) {
    Optional<Block.Heading> heading = slide.heading();
    Map<String, String> attributes = new LinkedHashMap<>();
    heading.ifPresent(found -> putAttributes(found, attributes));
    out.open("section", attributes).line();
    FrontMatter frontMatter = plan.document().frontMatter();
    if (byline && frontMatter.title().isPresent()) {
      blocks.slide(slide.blocks().subList(0, 1), heading);
      Byline.write(frontMatter, out);
      blocks.slide(slide.blocks().subList(1, slide.blocks().size()), heading);
    } else {
      blocks.slide(slide.blocks(), heading);
    }
    blocks.all(unseen);
    blocks.footnotes();
    out.line().close("section").line();
  }

  private void putAttributes(Block.Heading heading, Map<String, String> attributes) {
    attributes.put("id", heading.id());
    HtmlAttributes.putClasses(heading.attributes().classes(), attributes);
    attributes.putAll(HtmlAttributes.keys(heading.attributes()));
    for (String file : FILES) {
      attributes.computeIfPresent(
          "data-" + file, (key, value) -> background(file, value, heading.span()));
    }
  }

  /** A background is a file, unless it is a gradient or another CSS function. */
  private String background(String key, String value, Span span) {
    if (!key.equals("background-image")) {
      return references.file(value, span);
    }
    return value.contains("(") ? value : references.image(value, span);
  }
}
