package vivarium.parse.body;

/**
 * What the rest of a file says about reading its body.
 *
 * @param isMarp whether Marp's rules hold: comments are notes, {@code *} items come one by one
 * @param isDeck whether the document becomes slides
 * @param hasRevealNotes whether a line that begins with {@code Note:} begins notes, if there are
 *     breaks between slides
 * @param isIncremental whether all lists come item by item
 */
public record BodySettings(
    boolean isMarp, boolean isDeck, boolean hasRevealNotes, boolean isIncremental) {
  /** The settings of plain Markdown. */
  public static final BodySettings PLAIN = new BodySettings(false, false, false, false);
}
