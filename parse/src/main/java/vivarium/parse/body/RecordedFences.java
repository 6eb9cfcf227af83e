package vivarium.parse.body;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.Span;
import vivarium.parse.cell.RecordedKind;
import vivarium.parse.cell.RecordedText;

/** Gives the fences that record what a cell wrote to the cell that stands directly before them. */
final class RecordedFences {
  private final NodeText text;

  RecordedFences(NodeText text) {
    this.text = text;
  }

  /** Whether {@code fence} belongs to the cell that ends {@code out}, and {@link #with} took it. */
  boolean isTaken(FencedCodeBlock fence, List<Block> out) {
    return kind(fence).isPresent()
        && fence.getPrevious() instanceof FencedCodeBlock
        && !out.isEmpty()
        && out.get(out.size() - 1) instanceof Block.PythonCell;
  }

  /** A cell with what the fences behind its own record. */
  Block.PythonCell with(Block.PythonCell block, FencedCodeBlock fence, Span span) {
    RecordedText recorded = new RecordedText();
    Optional<Span> all = Optional.empty();
    Node node = fence.getNext();
    while (node instanceof FencedCodeBlock next && kind(next).isPresent()) {
      recorded.add(kind(next).get(), next.getLiteral());
      Span own = text.span(next, span);
      Span first = all.orElse(own);
      all = Optional.of(new Span(first.line(), first.column(), own.lastLine()));
      node = node.getNext();
    }
    Cell cell = block.cell();
    return new Block.PythonCell(
        new Cell(
            cell.id(),
            cell.source(),
            cell.sourceLine(),
            cell.options(),
            cell.steps(),
            recorded.outputs(),
            all,
            cell.span()));
  }

  private static Optional<RecordedKind> kind(FencedCodeBlock fence) {
    return RecordedKind.of(fence.getInfo());
  }
}
