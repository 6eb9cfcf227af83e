package vivarium.parse.body;

/**
 * What the rest of a file says about reading its body.
 *
 * @param isMarp whether Marp's rules hold: comments are notes, {@code *} items come one by one
 * @param isDeck whether the document becomes slides
 * @param hasRevealNotes whether a line that begins with {@code Note:} begins notes, if there are
 *     breaks between slides
 * @param isIncremental whether all lists come item by item
 * @param hasCells whether Python between fences is a cell; else it is shown
 */
public record BodySettings(
    boolean isMarp,
    boolean isDeck,
    boolean hasRevealNotes,
    boolean isIncremental,
    boolean hasCells) {
  /** The settings of plain Markdown. */
  public static final BodySettings PLAIN = new BodySettings(false, false, false, false, true);
}
