package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import vivarium.model.document.Block;
import vivarium.model.document.Block.Table.Alignment;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;

/** Reads tables. */
final class Tables {
  private final Reading reading;
  private final NodeText text;

  Tables(Reading reading, NodeText text) {
    this.reading = reading;
    this.text = text;
  }

  Block read(TableBlock table, Span span) {
    List<Alignment> alignments = new ArrayList<>();
    List<List<Inline>> header = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    InlineReader inlines = new InlineReader(reading, text, span);
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableBody) {
          rows.add(row(row, inlines));
        } else {
          header = row(row, inlines);
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            alignments.add(alignment(((TableCell) cell).getAlignment()));
          }
        }
      }
    }
    return new Block.Table(alignments, header, rows, span);
  }

  private static List<List<Inline>> row(Node row, InlineReader inlines) {
    List<List<Inline>> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(inlines.children(cell));
    }
    return cells;
  }

  private static Alignment alignment(TableCell.@Nullable Alignment alignment) {
    if (alignment == null) {
      return Alignment.NONE;
    }
    return switch (alignment) {
      case LEFT -> Alignment.LEFT;
      case CENTER -> Alignment.CENTER;
      case RIGHT -> Alignment.RIGHT;
    };
  }
}
