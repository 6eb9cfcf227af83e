package vivarium.web.drafts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a cell stands in a document.
 *
 * @param cell the id of the cell
 * @param authors the code that its author wrote
 * @param ordinal its number among the cells with the same code, from 0
 * @param alike how many cells have that code; at least 1
 */
public record CellPlace(String cell, String authors, int ordinal, int alike) {
  /** A cell, before it is known what stands around it. */
  public record Written(String cell, String authors) {}

  /** The places of the cells of a document, in their order. */
  public static List<CellPlace> of(List<Written> cells) {
    Map<String, Integer> alike = new HashMap<>();
    cells.forEach(cell -> alike.merge(cell.authors(), 1, Integer::sum));
    Map<String, Integer> before = new HashMap<>();
    List<CellPlace> places = new ArrayList<>();
    for (Written cell : cells) {
      int ordinal = before.merge(cell.authors(), 1, Integer::sum) - 1;
      int all = alike.getOrDefault(cell.authors(), 1);
      places.add(new CellPlace(cell.cell(), cell.authors(), ordinal, all));
    }
    return places;
  }
}
