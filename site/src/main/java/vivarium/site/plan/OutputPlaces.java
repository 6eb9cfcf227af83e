package vivarium.site.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.Descendants;
import vivarium.model.document.Document;

/** Where outputs stand that do not stand at their cells. */
public final class OutputPlaces {
  private OutputPlaces() {}

  /**
   * The cells whose outputs stand in a group or a callout, by its id. The place in an element that
   * is written in HTML is found by the reader's browser.
   */
  public static Map<String, List<Cell>> of(Plan plan) {
    Set<String> groups = new HashSet<>();
    Descendants.visit(plan.document().blocks(), block -> add(block, groups));
    Map<String, List<Cell>> places = new HashMap<>();
    for (Cell cell : plan.document().cells()) {
      boolean shown = plan.show(cell) == Plan.Show.CODE && !cell.outputs().isEmpty();
      if (shown || plan.show(cell) == Plan.Show.LIVE) {
        CellLook.of(cell)
            .elsewhere()
            .filter(groups::contains)
            .ifPresent(id -> places.computeIfAbsent(id, none -> new ArrayList<>()).add(cell));
      }
    }
    return places;
  }

  private static void add(Block block, Set<String> groups) {
    if (block instanceof Block.Div div) {
      div.attributes().id().ifPresent(groups::add);
    } else if (block instanceof Block.Callout callout) {
      callout.attributes().id().ifPresent(groups::add);
    }
  }

  /** Warns of places that are not in the document. */
  public static List<Diagnostic> missing(Document document) {
    Set<String> anchors = Anchors.in(document);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Cell cell : document.cells()) {
      CellLook.of(cell)
          .elsewhere()
          .filter(id -> !anchors.contains(id))
          .ifPresent(id -> diagnostics.add(missing(id, cell, document, anchors)));
    }
    return diagnostics;
  }

  private static Diagnostic missing(String id, Cell cell, Document document, Set<String> anchors) {
    return Diagnostic.warning(
        "missing-anchor",
        new Location(document.path(), cell.span().line(), 0),
        "This document has no place \"#" + id + "\" for the output of the cell.",
        Nearest.to(id, anchors)
            .map(near -> "Did you mean \"#" + near + "\"?")
            .orElse("Make a group for it, ::: {#" + id + "} and :::."));
  }
}
