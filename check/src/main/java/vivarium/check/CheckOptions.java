package vivarium.check;

/**
 * How thorough a check is.
 *
 * @param everyCell whether also cells run that a site does not show the outputs of; those of a
 *     document that records outputs do in any case
 * @param compare whether outputs are compared with those that are recorded
 * @param slides whether slides are measured
 */
public record CheckOptions(boolean everyCell, boolean compare, boolean slides) {}
