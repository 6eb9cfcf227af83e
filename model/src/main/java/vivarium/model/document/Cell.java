package vivarium.model.document;

import java.util.Optional;
import vivarium.model.output.Outputs;

/**
 * A piece of Python that can run.
 *
 * @param id unique in the document, and stable while the text around the cell changes
 * @param source the code as it is shown and run, without a final newline
 * @param sourceLine the line of the source file in which the code begins, 1-based
 * @param options what the author asked for
 * @param steps the lines a deck emphasises one step after the other
 * @param outputs what it wrote: as its source records it, or, once the document has been executed,
 *     in that run
 * @param recorded the lines of the source that record outputs; empty when none do
 * @param span the whole block, fences included, without what {@code recorded} covers
 */
public record Cell(
    String id,
    String source,
    int sourceLine,
    CellOptions options,
    LineSteps steps,
    Outputs outputs,
    Optional<Span> recorded,
    Span span) {
  /** The same cell with other outputs. */
  public Cell with(Outputs others) {
    return new Cell(id, source, sourceLine, options, steps, others, recorded, span);
  }

  /** The same cell with other options. */
  public Cell with(CellOptions others) {
    return new Cell(id, source, sourceLine, others, steps, outputs, recorded, span);
  }

  /** Whether it runs before the others. */
  public boolean isSetup() {
    return options.has(CellOptions.Flag.SETUP) || options.value(CellOptions.Key.SETUP).isPresent();
  }

  /**
   * The name of the environment whose variables it sees; {@code main} unless its author says
   * otherwise.
   */
  public String environment() {
    return options.value(CellOptions.Key.ENV).orElse("main");
  }
}
