package vivarium.model.notebook;

import vivarium.model.output.Outputs;

/**
 * A run of a code cell.
 *
 * @param executionCount its number among the runs, from 1
 */
public record CellRun(Outputs outputs, int executionCount) {}
