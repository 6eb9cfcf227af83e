package vivarium.execute;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.FrontMatter.Live;

/** Decides which cells run when no reader is there, and in which order. */
public final class ExecutionPlan {
  private ExecutionPlan() {}

  /**
   * The cells that run, in the order in which they do: setup cells first, then the others, each in
   * the order of the source. Exercises and their checks are for the reader, and never among them.
   */
  public static List<Cell> cells(Document document, Scope scope) {
    List<Cell> setup = new ArrayList<>();
    List<Cell> others = new ArrayList<>();
    for (Cell cell : document.cells()) {
      if (runs(cell, scope, document.frontMatter().live())) {
        (cell.isSetup() ? setup : others).add(cell);
      }
    }
    setup.addAll(others);
    return List.copyOf(setup);
  }

  /** Whether a reader can run a cell of the document, or add one that can be run. */
  public static boolean isLive(Document document) {
    Live live = document.frontMatter().live();
    return document.frontMatter().formats().contains(Format.NOTEBOOK)
        || document.cells().stream().anyMatch(cell -> isLive(cell, live));
  }

  /** Whether a reader can run the cell, in a document that says {@code live}. */
  public static boolean isLive(Cell cell, Live live) {
    if (cell.options().value(CellOptions.Key.CHECK).isPresent()) {
      return false;
    }
    boolean isForReaders =
        isMarked(cell) || cell.options().value(CellOptions.Key.EXERCISE).isPresent();
    return switch (live) {
      case NONE -> false;
      case MARKED -> isForReaders;
      case ALL -> isForReaders || !cell.options().has(CellOptions.Flag.NORUN);
    };
  }

  private static boolean runs(Cell cell, Scope scope, Live live) {
    if (scope == Scope.NOTHING
        || cell.options().has(CellOptions.Flag.NORUN)
        || cell.options().has(CellOptions.Flag.REPL)
        || cell.options().value(CellOptions.Key.EXERCISE).isPresent()
        || cell.options().value(CellOptions.Key.CHECK).isPresent()) {
      return false;
    }
    return scope == Scope.ALL || live == Live.ALL || isMarked(cell);
  }

  /** Also in a document that says {@code live: none}: its outputs are shown, and nothing more. */
  private static boolean isMarked(Cell cell) {
    return cell.isSetup()
        || cell.options().has(CellOptions.Flag.RUN)
        || cell.options().has(CellOptions.Flag.AUTORUN)
        || cell.options().has(CellOptions.Flag.READONLY)
        || cell.options().has(CellOptions.Flag.REPL)
        || cell.options().has(CellOptions.Flag.HIDDEN);
  }
}
