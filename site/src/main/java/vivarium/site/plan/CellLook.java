package vivarium.site.plan;

import java.util.Optional;
import java.util.Set;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;

/**
 * How a cell stands on its slide or page.
 *
 * @param height the height of its editor, a CSS length; empty for as high as its code
 * @param output where its output stands, {@code beside} or {@code #id} of an element, or when it
 *     comes, {@code step}; empty for below and at once
 */
public record CellLook(Optional<String> height, Optional<String> output) {
  private static final String STEP = "step";
  private static final Set<String> OUTPUTS = Set.of("beside", STEP);

  /**
   * How {@code cell} stands; the parser has warned of a value that is none, and here it counts as
   * not given.
   */
  public static CellLook of(Cell cell) {
    return new CellLook(
        cell.options().value(CellOptions.Key.HEIGHT).flatMap(CellLook::height),
        cell.options().value(CellOptions.Key.OUTPUT).filter(CellLook::isPlace));
  }

  private static boolean isPlace(String output) {
    return OUTPUTS.contains(output) || output.startsWith("#");
  }

  /** The id of the element in which the output stands; empty when that is at the cell. */
  public Optional<String> elsewhere() {
    return output.filter(place -> place.startsWith("#")).map(place -> place.substring(1));
  }

  /** Whether a deck shows the output at the next step. */
  public boolean isStep() {
    return output.filter(STEP::equals).isPresent();
  }

  /** A number without a unit counts lines. */
  private static Optional<String> height(String height) {
    if (height.matches("[1-9]\\d{0,2}")) {
      return Optional.of(height + "lh");
    }
    return CssLength.isValid(height) ? Optional.of(height) : Optional.empty();
  }
}
