package vivarium.model.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Visits the blocks of a document and all that stand inside them, in the order of the source. */
public final class Descendants implements BlockVisitor<List<Block>> {
  private static final Descendants CHILDREN = new Descendants();

  private Descendants() {}

  /** Calls {@code action} with each of {@code blocks}, before the blocks inside it. */
  public static void visit(List<Block> blocks, Consumer<Block> action) {
    for (Block block : blocks) {
      action.accept(block);
      visit(block.accept(CHILDREN), action);
    }
  }

  /** The cells among {@code blocks} and inside them. */
  public static List<Cell> cells(List<Block> blocks) {
    List<Cell> cells = new ArrayList<>();
    visit(
        blocks,
        block -> {
          if (block instanceof Block.PythonCell python) {
            cells.add(python.cell());
          }
        });
    return cells;
  }

  @Override
  public List<Block> heading(Block.Heading heading) {
    return List.of();
  }

  @Override
  public List<Block> paragraph(Block.Paragraph paragraph) {
    return List.of();
  }

  @Override
  public List<Block> quote(Block.Quote quote) {
    return quote.children();
  }

  @Override
  public List<Block> callout(Block.Callout callout) {
    return callout.children();
  }

  @Override
  public List<Block> itemList(Block.ItemList list) {
    return list.items().stream().flatMap(item -> item.children().stream()).toList();
  }

  @Override
  public List<Block> table(Block.Table table) {
    return List.of();
  }

  @Override
  public List<Block> code(Block.Code code) {
    return List.of();
  }

  @Override
  public List<Block> cell(Block.PythonCell cell) {
    return List.of();
  }

  @Override
  public List<Block> displayMath(Block.DisplayMath math) {
    return List.of();
  }

  @Override
  public List<Block> rawHtml(Block.RawHtml html) {
    return List.of();
  }

  @Override
  public List<Block> rule(Block.Rule rule) {
    return List.of();
  }

  @Override
  public List<Block> slideBreak(Block.SlideBreak slideBreak) {
    return List.of();
  }

  @Override
  public List<Block> pause(Block.Pause pause) {
    return List.of();
  }

  @Override
  public List<Block> notes(Block.Notes notes) {
    return notes.children();
  }

  @Override
  public List<Block> div(Block.Div div) {
    return div.children();
  }

  @Override
  public List<Block> footnote(Block.Footnote footnote) {
    return footnote.children();
  }
}
