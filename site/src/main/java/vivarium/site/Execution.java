package vivarium.site;

import java.util.List;
import vivarium.engine.python.CellFiles;
import vivarium.execute.Executed;
import vivarium.model.document.Document;

/** Where the outputs of cells come from. Asked from several threads at once. */
@FunctionalInterface
public interface Execution {
  /** Runs nothing: cells have the outputs that their source records. */
  Execution NONE = (document, files) -> new Executed(document, List.of(), false);

  /**
   * The document with what its cells wrote.
   *
   * @param files what they find
   * @throws InterruptedException when the thread was interrupted
   */
  Executed execute(Document document, CellFiles files) throws InterruptedException;
}
