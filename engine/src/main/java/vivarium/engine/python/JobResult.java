package vivarium.engine.python;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vivarium.model.output.Outputs;

/**
 * What came of a job.
 *
 * @param cells what the cells wrote that came to an end, by an exception or without, in order; a
 *     beginning of the job's cells
 * @param imports the modules that the cells import and that an interpreter does not have from its
 *     start, sorted; they were imported before the first cell ran
 * @param ended why the next cell ended the interpreter; empty when all cells are in {@code cells}
 */
public record JobResult(List<Finished> cells, List<String> imports, Optional<Ended> ended) {
  /**
   * A cell that came to an end.
   *
   * @param took in real time
   */
  public record Finished(Outputs outputs, Duration took) {}

  /**
   * The end of an interpreter.
   *
   * @param detail what happened, in the engine's words; empty when the reason says it all
   */
  public record Ended(Reason reason, String detail) {}

  /** Why an interpreter ended. */
  public enum Reason {
    /** The cell ran longer than it may. */
    TIME_LIMIT,
    /** The cell awaits what never comes. */
    WAITS_FOREVER,
    /** The interpreter broke down, or ended itself. */
    BROKE_DOWN
  }

  public JobResult {
    cells = List.copyOf(cells);
    imports = List.copyOf(imports);
  }

  /** What came of cells that import nothing new. */
  public JobResult(List<Finished> cells, Optional<Ended> ended) {
    this(cells, List.of(), ended);
  }
}
