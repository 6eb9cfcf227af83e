package vivarium.site.plan;

import java.util.List;
import vivarium.execute.ExecutionPlan;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.FrontMatter.Live;

/**
 * What becomes of a document.
 *
 * @param formats what is made of it, the first under its own name; never empty
 * @param hasLiveCells whether its pages need Python; those of a notebook always do, since readers
 *     add cells
 * @param runsByItself whether they need it as soon as they are opened
 */
public record Plan(
    Document document, List<Format> formats, boolean hasLiveCells, boolean runsByItself) {
  /** What becomes of a cell. */
  public enum Show {
    /** The reader can run it. */
    LIVE,
    /** Its code is shown. */
    CODE,
    /** It is left out. */
    NOTHING
  }

  public Plan {
    formats = List.copyOf(formats);
  }

  /** Plans a document. */
  public static Plan of(Document document) {
    List<Format> formats = document.frontMatter().formats();
    Live live = document.frontMatter().live();
    List<Cell> cells = document.cells();
    List<Cell> shown = cells.stream().filter(cell -> show(cell, live) == Show.LIVE).toList();
    boolean runsByItself =
        shown.stream().anyMatch(cell -> cell.options().has(CellOptions.Flag.AUTORUN));
    boolean hasLiveCells = !shown.isEmpty() || formats.contains(Format.NOTEBOOK);
    return new Plan(document, formats, hasLiveCells, runsByItself);
  }

  /** What becomes of a cell of the document. */
  public Show show(Cell cell) {
    return show(cell, document.frontMatter().live());
  }

  /** Whether a reader sees anything of a cell. */
  public boolean isVisible(Cell cell) {
    return show(cell) != Show.NOTHING && !cell.options().has(CellOptions.Flag.HIDDEN);
  }

  private static Show show(Cell cell, Live live) {
    if (cell.options().value(CellOptions.Key.CHECK).isPresent()) {
      return Show.NOTHING;
    }
    if (ExecutionPlan.isLive(cell, live)) {
      return Show.LIVE;
    }
    return cell.options().has(CellOptions.Flag.HIDDEN) || cell.isSetup() ? Show.NOTHING : Show.CODE;
  }
}
