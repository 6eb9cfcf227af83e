package vivarium.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.BlockVisitor;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.Inline;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.Output;

/** Writes what a parse gave as text for people: one block a line, indented by nesting. */
final class Dump implements BlockVisitor<Dump> {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  static String of(Parsed parsed) {
    Dump dump = new Dump();
    dump.frontMatter(parsed.document().frontMatter());
    dump.blocks(parsed.document().blocks());
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      dump.out.append("! [").append(diagnostic.code()).append("] ").append(diagnostic).append('\n');
    }
    return dump.out.toString();
  }

  /** The line for one block, without its position. */
  static String line(Block block) {
    Dump dump = new Dump();
    dump.blocks(List.of(block));
    String first = dump.out.substring(0, dump.out.indexOf("\n"));
    return first.substring(first.indexOf(' ') + 1);
  }

  private void frontMatter(FrontMatter front) {
    StringBuilder line = new StringBuilder("front matter:");
    front.title().ifPresent(title -> line.append(" title=").append(quoted(title)));
    front.subtitle().ifPresent(subtitle -> line.append(" subtitle=").append(quoted(subtitle)));
    list(line, "authors", front.authors());
    front.date().ifPresent(date -> line.append(" date=").append(quoted(date)));
    front.description().ifPresent(text -> line.append(" description=").append(quoted(text)));
    line.append(" lang=").append(front.lang()).append(" formats=").append(front.formats());
    line.append(" live=").append(front.live());
    front.theme().ifPresent(theme -> line.append(" theme=").append(quoted(theme)));
    list(line, "css", front.css());
    list(line, "packages", front.packages());
    list(line, "files", front.files());
    out.append(line).append('\n');
  }

  private static void list(StringBuilder line, String name, List<String> items) {
    if (!items.isEmpty()) {
      line.append(' ').append(name).append('=').append(items);
    }
  }

  private void blocks(List<Block> blocks) {
    depth++;
    blocks.forEach(block -> block.accept(this));
    depth--;
  }

  private void line(Span span, String text) {
    out.append("  ".repeat(depth - 1)).append(span.line()).append(':').append(span.column());
    if (span.lastLine() != span.line()) {
      out.append('-').append(span.lastLine());
    }
    out.append(' ').append(text.stripTrailing()).append('\n');
  }

  @Override
  public Dump heading(Block.Heading heading) {
    String attributes = attributes(heading.attributes());
    line(
        heading.span(),
        "heading"
            + heading.level()
            + " #"
            + heading.id()
            + attributes
            + " "
            + inlines(heading.content()));
    return this;
  }

  @Override
  public Dump paragraph(Block.Paragraph paragraph) {
    line(paragraph.span(), "paragraph " + inlines(paragraph.content()));
    return this;
  }

  @Override
  public Dump quote(Block.Quote quote) {
    line(quote.span(), "quote");
    blocks(quote.children());
    return this;
  }

  @Override
  public Dump callout(Block.Callout callout) {
    line(
        callout.span(),
        "callout "
            + callout.kind()
            + attributes(callout.attributes())
            + " "
            + inlines(callout.title()));
    blocks(callout.children());
    return this;
  }

  @Override
  public Dump itemList(Block.ItemList list) {
    line(
        list.span(),
        "list"
            + list.start().map(start -> " from " + start).orElse("")
            + (list.tight() ? " tight" : " loose")
            + (list.incremental() ? " incremental" : ""));
    depth++;
    for (Block.ItemList.Item item : list.items()) {
      out.append("  ".repeat(depth - 1)).append("item");
      item.done().ifPresent(done -> out.append(done ? " done" : " to do"));
      out.append(attributes(item.attributes()));
      out.append('\n');
      blocks(item.children());
    }
    depth--;
    return this;
  }

  @Override
  public Dump table(Block.Table table) {
    line(table.span(), "table " + table.alignments());
    row(table.header());
    table.rows().forEach(this::row);
    return this;
  }

  private void row(List<List<Inline>> cells) {
    out.append("  ".repeat(depth))
        .append(
            cells.stream().map(Dump::inlines).collect(Collectors.joining(" | ")).stripTrailing())
        .append('\n');
  }

  @Override
  public Dump code(Block.Code code) {
    String language = code.language().isEmpty() ? "" : " " + code.language();
    line(code.span(), "code" + language + steps(code.steps()));
    text(code.code());
    return this;
  }

  @Override
  public Dump cell(Block.PythonCell block) {
    Cell cell = block.cell();
    line(
        cell.span(),
        "cell #"
            + cell.id()
            + " from line "
            + cell.sourceLine()
            + options(cell.options())
            + steps(cell.steps()));
    text(cell.source());
    cell.recorded().ifPresent(this::recorded);
    cell.outputs().items().forEach(this::output);
    return this;
  }

  private void recorded(Span span) {
    out.append("  ".repeat(depth - 1)).append("  recorded in ").append(span.line());
    out.append('-').append(span.lastLine()).append('\n');
  }

  private void output(Output output) {
    String text;
    if (output instanceof Output.Stream stream) {
      text = stream.name() + " " + quoted(stream.text());
    } else if (output instanceof Output.Display display) {
      text = "display " + display.bundle().data();
    } else if (output instanceof Output.Result result) {
      text = "result " + result.bundle().data();
    } else {
      Output.Failure failure = (Output.Failure) output;
      text =
          failure.name()
              + " "
              + quoted(failure.value())
              + " traceback "
              + quoted(failure.traceback());
    }
    out.append("  ".repeat(depth - 1)).append("  = ").append(text.replace("\n", "\\n"));
    out.append('\n');
  }

  private static String options(CellOptions options) {
    StringBuilder text = new StringBuilder();
    options.flags().forEach(flag -> text.append(' ').append(flag.word()));
    options
        .values()
        .forEach(
            (key, value) -> text.append(' ').append(key.word()).append('=').append(quoted(value)));
    return text.toString();
  }

  private static String steps(LineSteps steps) {
    if (steps.equals(LineSteps.NONE)) {
      return "";
    }
    return steps.steps().stream()
        .map(
            step ->
                step.isEmpty()
                    ? "all"
                    : step.stream()
                        .map(
                            range ->
                                range.first() == range.last()
                                    ? "" + range.first()
                                    : range.first() + "-" + range.last())
                        .collect(Collectors.joining(",")))
        .collect(Collectors.joining("|", " [", "]"));
  }

  private void text(String text) {
    text.lines()
        .forEach(
            line ->
                out.append("  ".repeat(depth - 1))
                    .append(("  > " + line).stripTrailing())
                    .append('\n'));
  }

  @Override
  public Dump displayMath(Block.DisplayMath math) {
    line(math.span(), "math");
    text(math.tex());
    return this;
  }

  @Override
  public Dump rawHtml(Block.RawHtml html) {
    line(html.span(), "html");
    text(html.html());
    return this;
  }

  @Override
  public Dump rule(Block.Rule rule) {
    line(rule.span(), "rule");
    return this;
  }

  @Override
  public Dump slideBreak(Block.SlideBreak slideBreak) {
    line(slideBreak.span(), slideBreak.down() ? "break down" : "break");
    return this;
  }

  @Override
  public Dump pause(Block.Pause pause) {
    line(pause.span(), "pause");
    return this;
  }

  @Override
  public Dump notes(Block.Notes notes) {
    line(notes.span(), "notes");
    blocks(notes.children());
    return this;
  }

  @Override
  public Dump div(Block.Div div) {
    line(div.span(), "div" + attributes(div.attributes()));
    blocks(div.children());
    return this;
  }

  @Override
  public Dump footnote(Block.Footnote footnote) {
    line(footnote.span(), "footnote " + footnote.label());
    blocks(footnote.children());
    return this;
  }

  private static String attributes(Attributes attributes) {
    if (attributes.equals(Attributes.NONE)) {
      return "";
    }
    StringBuilder text = new StringBuilder(" {");
    attributes.id().ifPresent(id -> text.append('#').append(id).append(' '));
    attributes.classes().forEach(name -> text.append('.').append(name).append(' '));
    attributes
        .values()
        .forEach((key, value) -> text.append(key).append('=').append(quoted(value)).append(' '));
    return text.toString().stripTrailing() + "}";
  }

  private static String inlines(List<Inline> inlines) {
    return inlines.stream().map(Dump::inline).collect(Collectors.joining());
  }

  private static String inline(Inline inline) {
    return inline.accept(InlineDump.INSTANCE);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }

  /** Writes inlines, with what is not text between angle quotes. */
  private static final class InlineDump implements vivarium.model.document.InlineVisitor<String> {
    static final InlineDump INSTANCE = new InlineDump();

    private static String at(Span span) {
      return span.line() + ":" + span.column();
    }

    @Override
    public String text(Inline.Text text) {
      return text.text();
    }

    @Override
    public String emphasis(Inline.Emphasis emphasis) {
      return "‹em " + inlines(emphasis.children()) + "›";
    }

    @Override
    public String strong(Inline.Strong strong) {
      return "‹strong " + inlines(strong.children()) + "›";
    }

    @Override
    public String strikethrough(Inline.Strikethrough strikethrough) {
      return "‹del " + inlines(strikethrough.children()) + "›";
    }

    @Override
    public String codeSpan(Inline.CodeSpan code) {
      return "‹code " + code.code() + "›";
    }

    @Override
    public String link(Inline.Link link) {
      return "‹link "
          + at(link.span())
          + " "
          + link.destination()
          + titled(link.title())
          + " "
          + inlines(link.children())
          + "›";
    }

    @Override
    public String image(Inline.Image image) {
      return "‹image "
          + at(image.span())
          + " "
          + image.destination()
          + titled(image.title())
          + attributes(image.attributes())
          + " "
          + inlines(image.alternative())
          + "›";
    }

    private static String titled(String title) {
      return Optional.of(title)
          .filter(text -> !text.isEmpty())
          .map(t -> " " + quoted(t))
          .orElse("");
    }

    @Override
    public String math(Inline.InlineMath math) {
      return "‹math " + at(math.span()) + " " + quoted(math.tex()) + "›";
    }

    @Override
    public String rawHtml(Inline.RawHtml html) {
      return "‹html " + html.html() + "›";
    }

    @Override
    public String hardBreak(Inline.HardBreak hardBreak) {
      return "‹br›";
    }

    @Override
    public String softBreak(Inline.SoftBreak softBreak) {
      return "⏎";
    }

    @Override
    public String styled(Inline.Styled styled) {
      return "‹span" + attributes(styled.attributes()) + " " + inlines(styled.children()) + "›";
    }

    @Override
    public String footnoteMark(Inline.FootnoteMark mark) {
      return "‹footnote " + mark.label() + "›";
    }
  }
}
