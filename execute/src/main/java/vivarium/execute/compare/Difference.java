package vivarium.execute.compare;

import java.util.List;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Location;

/**
 * How what a cell wrote differs from what its source records.
 *
 * @param where the lines that record it, else the cell
 * @param cell the cell's id
 * @param lines the lines that differ, with a few around them; not many, however much differs
 */
public record Difference(Location where, String cell, List<DiffLine> lines) {
  public Difference {
    lines = List.copyOf(lines);
  }

  /** The lines, each after its sign: {@code -} recorded, {@code +} written now. */
  public String text() {
    return lines.stream().map(DiffLine::toString).collect(Collectors.joining("\n"));
  }
}
