package vivarium.model.document;

import java.util.List;
import vivarium.model.output.Output;

/**
 * A piece of Python that can run.
 *
 * @param id unique in the document, and stable while the text around the cell changes
 * @param source the code as it is shown and run, without a final newline
 * @param sourceLine the line of the source file in which the code begins, 1-based
 * @param options what the author asked for
 * @param steps the lines a deck emphasises one step after the other
 * @param outputs what it wrote when the site was built; empty when it has not run
 * @param span the whole block, fences included
 */
public record Cell(
    String id,
    String source,
    int sourceLine,
    CellOptions options,
    LineSteps steps,
    List<Output> outputs,
    Span span) {
  public Cell {
    outputs = List.copyOf(outputs);
  }
}
