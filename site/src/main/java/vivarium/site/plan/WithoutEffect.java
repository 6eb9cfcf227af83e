package vivarium.site.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;

/** Warns of wishes that are understood and do nothing so far, each kind once in a document. */
public final class WithoutEffect {
  private static final List<CellOptions.Key> KEYS =
      List.of(CellOptions.Key.CHECK, CellOptions.Key.FILE);

  private final Document document;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private WithoutEffect(Document document) {
    this.document = document;
  }

  /** The warnings for a document. */
  public static List<Diagnostic> in(Document document) {
    WithoutEffect warnings = new WithoutEffect(document);
    warnings.cells();
    return warnings.diagnostics;
  }

  private void cells() {
    List<Cell> cells = document.cells();
    for (CellOptions.Key key : KEYS) {
      first(cells, key.word(), options -> options.value(key).isPresent());
    }
  }

  private void first(List<Cell> cells, String word, Predicate<CellOptions> has) {
    cells.stream()
        .filter(cell -> has.test(cell.options()))
        .findFirst()
        .ifPresent(
            cell ->
                warn(
                    cell.span().line(),
                    word.equals(CellOptions.Key.CHECK.word())
                        ? "\"check\" has no effect yet: the cell is left out."
                        : "\"" + word + "\" has no effect yet."));
  }

  private void warn(int line, String message) {
    diagnostics.add(
        Diagnostic.warning(
            "option-without-effect",
            new Location(document.path(), line, 0),
            message,
            "Nothing needs to be done: it will count once Vivarium can do it."));
  }
}
