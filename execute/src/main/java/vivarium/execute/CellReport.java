package vivarium.execute;

import java.time.Duration;
import java.util.Optional;
import vivarium.execute.compare.Comparison;
import vivarium.execute.compare.Difference;
import vivarium.model.document.Cell;
import vivarium.model.output.Outputs;

/**
 * How it went with a cell.
 *
 * @param cell as parsed, with the outputs that its source records
 * @param outputs what it wrote; {@link Outputs#NONE} when it did not come to an end
 * @param took in real time, in the run that its outputs are from; zero when it did not come to an
 *     end
 * @param detail why it did not come to an end, in the engine's words; empty when the status says it
 *     all
 */
public record CellReport(Cell cell, Status status, Outputs outputs, Duration took, String detail) {
  /** How a cell ended. */
  public enum Status {
    /** As it should: without an exception, or with the one that was expected. */
    FINE,
    /** With an exception that nobody expected. */
    RAISED,
    /** Without the exception that was expected. */
    DID_NOT_RAISE,
    /** It ran longer than it may, and was ended. */
    TIME_LIMIT,
    /** It awaited what never comes, and was ended. */
    WAITS_FOREVER,
    /** It broke the interpreter, or ended it. */
    BROKE_DOWN,
    /** It did not start: a cell before it ended the interpreter. */
    NOT_REACHED;

    /** Whether the cell came to its own end, so that its outputs are those of this run. */
    public boolean isComplete() {
      return this == FINE || this == RAISED || this == DID_NOT_RAISE;
    }
  }

  /**
   * What differs between what the cell wrote and what its source records. Empty also when the cell
   * did not do as it should, which the diagnostics of the run tell.
   *
   * @param path the document's
   */
  public Optional<Difference> difference(String path) {
    return status == Status.FINE ? Comparison.of(path, cell, outputs) : Optional.empty();
  }
}
