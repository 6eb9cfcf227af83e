package vivarium.execute;

/** Which cells of a document run. None of them runs those that are marked {@code norun}. */
public enum Scope {
  /** No cell: what is recorded is shown. */
  NOTHING,
  /** Those whose outputs a site shows: the live ones, and the setup cells. */
  BUILD,
  /** Every cell. */
  ALL
}
