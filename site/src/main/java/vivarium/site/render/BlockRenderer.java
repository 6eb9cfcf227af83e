package vivarium.site.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.document.Block;
import vivarium.model.document.BlockVisitor;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;
import vivarium.site.plan.OutputPlaces;
import vivarium.site.plan.Plan;

/**
 * Writes the blocks of a document. What is plain Markdown becomes the HTML of <a
 * href="https://spec.commonmark.org/0.31.2/">CommonMark</a>.
 */
final class BlockRenderer implements BlockVisitor<Html> {
  private final Html out;
  private final Plan plan;
  private final boolean inDeck;
  private final References references;
  private final Mathematics mathematics;
  private final Texts texts;
  private final CodeRenderer code;

  /** The heading whose id and attributes belong to the slide around it. */
  private Optional<Block.Heading> slideHeading = Optional.empty();

  private Footnotes footnotes;

  BlockRenderer(
      Html out,
      Plan plan,
      Format format,
      Typesetter typesetter,
      References references,
      Mathematics mathematics,
      Texts texts) {
    this.out = out;
    this.plan = plan;
    this.inDeck = format == Format.SLIDES;
    this.references = references;
    this.mathematics = mathematics;
    this.texts = texts;
    this.code =
        new CodeRenderer(out, typesetter, mathematics, OutputPlaces.of(plan), texts, inDeck);
    this.footnotes = Footnotes.of(plan.document());
  }

  /** The blocks of a slide whose heading has given its id away. */
  Html slide(List<Block> blocks, Optional<Block.Heading> heading) {
    slideHeading = heading;
    return all(blocks);
  }

  /**
   * Blocks that stand below each other. In a deck, what follows a pause waits for a key press;
   * notes do not, since a speaker wants them at once.
   */
  Html all(List<Block> blocks) {
    return all(blocks, false);
  }

  /** As {@link #all}, with paragraphs as running text. */
  Html tight(List<Block> blocks) {
    return all(blocks, true);
  }

  /** The footnotes of what was written since the last call. */
  Html footnotes() {
    return new FootnoteList(out, this, footnotes, texts, !inDeck).write();
  }

  private Html all(List<Block> blocks, boolean tight) {
    boolean paused = false;
    boolean waiting = false;
    List<Block.Notes> notes = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Pause) {
        paused = inDeck;
        continue;
      }
      if (block instanceof Block.Notes found) {
        notes.add(found);
        continue;
      }
      if (block instanceof Block.Footnote) {
        continue;
      }
      if (paused) {
        out.raw(waiting ? "</div>" : "").line().raw("<div class=\"fragment\">").line();
        waiting = true;
        paused = false;
      }
      if (tight && block instanceof Block.Paragraph paragraph) {
        inlines(paragraph.content(), paragraph.span());
      } else {
        block.accept(this);
      }
    }
    if (waiting) {
      out.line().close("div").line();
    }
    notes.forEach(this::notes);
    return out;
  }

  @Override
  public Html heading(Block.Heading heading) {
    boolean bare = slideHeading.filter(heading::equals).isPresent();
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!bare) {
      attributes.put("id", heading.id());
      HtmlAttributes.putClasses(heading.attributes().classes(), attributes);
    }
    String name = "h" + heading.level();
    out.line().open(name, attributes);
    return inlines(heading.content(), heading.span()).close(name).line();
  }

  @Override
  public Html paragraph(Block.Paragraph paragraph) {
    out.line();
    if (paragraph.content().size() == 1
        && paragraph.content().get(0) instanceof Inline.Image image
        && !image.title().isEmpty()) {
      out.open("figure");
      inline(paragraph.span()).image(image, "");
      return out.open("figcaption").text(image.title()).raw("</figcaption></figure>").line();
    }
    out.open("p");
    return inlines(paragraph.content(), paragraph.span()).close("p").line();
  }

  @Override
  public Html quote(Block.Quote quote) {
    return container("blockquote", Map.of(), quote.children());
  }

  @Override
  public Html callout(Block.Callout callout) {
    String kind = callout.kind().name().toLowerCase(Locale.ROOT);
    Map<String, String> attributes = HtmlAttributes.of(callout.attributes());
    String classes = "viv-callout viv-callout-" + kind;
    attributes.merge("class", classes, (own, more) -> more + " " + own);
    attributes.putIfAbsent("role", "note");
    out.line().open("aside", attributes).raw("<p class=\"viv-callout-title\">");
    if (callout.title().isEmpty()) {
      out.text(texts.of(title(callout.kind())));
    } else {
      inlines(callout.title(), callout.span());
    }
    out.close("p").line();
    all(callout.children());
    callout.attributes().id().ifPresent(code::outputsAt);
    return out.line().close("aside").line();
  }

  private static Message title(Block.Callout.Kind kind) {
    return switch (kind) {
      case NOTE -> Message.NOTE;
      case TIP -> Message.TIP;
      case IMPORTANT -> Message.IMPORTANT;
      case WARNING -> Message.WARNING;
      case CAUTION -> Message.CAUTION;
    };
  }

  @Override
  public Html itemList(Block.ItemList list) {
    String name = list.start().isPresent() ? "ol" : "ul";
    int start = list.start().orElse(1);
    out.line().open(name, start == 1 ? Map.of() : Map.of("start", Integer.toString(start))).line();
    for (Block.ItemList.Item item : list.items()) {
      item(item, list);
    }
    return out.line().close(name).line();
  }

  private void item(Block.ItemList.Item item, Block.ItemList list) {
    Set<String> classes = new LinkedHashSet<>();
    if (item.done().isPresent()) {
      classes.add("viv-task");
    }
    if (list.incremental() && inDeck) {
      classes.add("fragment");
    }
    classes.addAll(item.attributes().classes());
    Map<String, String> attributes = HtmlAttributes.of(item.attributes());
    HtmlAttributes.putClasses(List.copyOf(classes), attributes);
    out.open("li", attributes);
    item.done()
        .ifPresent(
            done -> out.raw("<input type=\"checkbox\" disabled" + (done ? " checked" : "") + "> "));
    all(item.children(), list.tight());
    out.close("li").line();
  }

  @Override
  public Html table(Block.Table table) {
    return new TableRenderer(out, this::inlines, texts).table(table);
  }

  @Override
  public Html code(Block.Code block) {
    return code.code(block);
  }

  @Override
  public Html cell(Block.PythonCell block) {
    return switch (plan.show(block.cell())) {
      case LIVE -> code.live(block.cell());
      case CODE -> code.codeOf(block.cell());
      case NOTHING -> out;
    };
  }

  @Override
  public Html displayMath(Block.DisplayMath math) {
    return out.line()
        .raw("<div class=\"viv-math\">")
        .raw(mathematics.html(math.tex(), true, math.span()))
        .close("div")
        .line();
  }

  @Override
  public Html rawHtml(Block.RawHtml html) {
    return out.line().raw(RawHtmlUrls.rewrite(html.html(), html.span(), references)).line();
  }

  @Override
  public Html rule(Block.Rule rule) {
    return out.line().open("hr").line();
  }

  /** Where a document has no slides, the line its author drew is a rule. */
  @Override
  public Html slideBreak(Block.SlideBreak slideBreak) {
    boolean isRule = !slideBreak.down() && !plan.formats().contains(Format.SLIDES);
    return isRule ? out.line().open("hr").line() : out;
  }

  /** Seen to by {@link #all}. */
  @Override
  public Html pause(Block.Pause pause) {
    return out;
  }

  @Override
  public Html notes(Block.Notes notes) {
    if (!inDeck) {
      return out;
    }
    Footnotes outer = footnotes; // the speaker's are no business of the slide's
    footnotes = outer.apart();
    out.line().open("aside", Map.of("class", "notes")).line();
    all(notes.children());
    footnotes();
    footnotes = outer;
    return out.line().close("aside").line();
  }

  @Override
  public Html div(Block.Div div) {
    out.line().open("div", DivAttributes.of(div.attributes())).line();
    all(div.children());
    div.attributes().id().ifPresent(code::outputsAt);
    return out.line().close("div").line();
  }

  /** Seen to by {@link #footnotes}. */
  @Override
  public Html footnote(Block.Footnote footnote) {
    return out;
  }

  private Html container(String name, Map<String, String> attributes, List<Block> children) {
    out.line().open(name, attributes).line();
    all(children);
    return out.line().close(name).line();
  }

  private Html inlines(List<Inline> inlines, Span span) {
    return inline(span).all(inlines);
  }

  private InlineRenderer inline(Span span) {
    return new InlineRenderer(out, references, mathematics, footnotes, span);
  }
}
