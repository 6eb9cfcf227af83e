package vivarium.execute;

import java.util.List;
import vivarium.engine.python.PythonPackages;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.Document;

/**
 * A document whose cells ran.
 *
 * @param document the document, in which the cells that came to an end carry what they wrote; the
 *     others carry what the source records
 * @param cells the cells that were to run, in the order of running
 * @param fromCache whether the outputs are those of an earlier run of the same cells
 * @param image the memory image that readers' Python starts from
 * @param packages what its cells may import besides what Python brings
 */
public record Executed(
    Document document,
    List<CellReport> cells,
    boolean fromCache,
    ReaderImage image,
    PythonPackages packages) {
  public Executed {
    cells = List.copyOf(cells);
  }

  /** A document without an image and without packages. */
  public Executed(Document document, List<CellReport> cells, boolean fromCache) {
    this(document, cells, fromCache, ReaderImage.NONE, PythonPackages.NONE);
  }

  /**
   * What the author should know of the run, sorted by line. A limit that cannot be read is always a
   * warning.
   *
   * @param severity how grave it is that a cell did not do as it should
   */
  public List<Diagnostic> diagnostics(Severity severity) {
    return RunDiagnostics.of(this, severity);
  }
}
