package vivarium.model.document;

import java.util.List;
import java.util.function.UnaryOperator;

/** Copies blocks with other cells in the place of theirs. */
final class CellReplacement implements BlockVisitor<Block> {
  private final UnaryOperator<Cell> replacement;

  CellReplacement(UnaryOperator<Cell> replacement) {
    this.replacement = replacement;
  }

  List<Block> in(List<Block> blocks) {
    return blocks.stream().map(block -> block.accept(this)).toList();
  }

  @Override
  public Block cell(Block.PythonCell block) {
    return new Block.PythonCell(replacement.apply(block.cell()));
  }

  @Override
  public Block quote(Block.Quote quote) {
    return new Block.Quote(in(quote.children()), quote.span());
  }

  @Override
  public Block callout(Block.Callout callout) {
    return new Block.Callout(
        callout.kind(),
        callout.title(),
        callout.attributes(),
        in(callout.children()),
        callout.span());
  }

  @Override
  public Block itemList(Block.ItemList list) {
    List<Block.ItemList.Item> items =
        list.items().stream()
            .map(
                item ->
                    new Block.ItemList.Item(item.done(), item.attributes(), in(item.children())))
            .toList();
    return new Block.ItemList(list.start(), list.tight(), list.incremental(), items, list.span());
  }

  @Override
  public Block notes(Block.Notes notes) {
    return new Block.Notes(in(notes.children()), notes.span());
  }

  @Override
  public Block div(Block.Div div) {
    return new Block.Div(div.attributes(), in(div.children()), div.span());
  }

  @Override
  public Block footnote(Block.Footnote footnote) {
    return new Block.Footnote(footnote.label(), in(footnote.children()), footnote.span());
  }

  @Override
  public Block heading(Block.Heading heading) {
    return heading;
  }

  @Override
  public Block paragraph(Block.Paragraph paragraph) {
    return paragraph;
  }

  @Override
  public Block table(Block.Table table) {
    return table;
  }

  @Override
  public Block code(Block.Code code) {
    return code;
  }

  @Override
  public Block displayMath(Block.DisplayMath math) {
    return math;
  }

  @Override
  public Block rawHtml(Block.RawHtml html) {
    return html;
  }

  @Override
  public Block rule(Block.Rule rule) {
    return rule;
  }

  @Override
  public Block slideBreak(Block.SlideBreak slideBreak) {
    return slideBreak;
  }

  @Override
  public Block pause(Block.Pause pause) {
    return pause;
  }
}
