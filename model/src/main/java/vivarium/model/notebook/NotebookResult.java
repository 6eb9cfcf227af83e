package vivarium.model.notebook;

/** What came of a text that should be a notebook. */
public sealed interface NotebookResult {
  /** It is one. */
  record Read(Notebook notebook) implements NotebookResult {}

  /**
   * It is none.
   *
   * @param where the first place at which that shows
   * @param message what is wrong, a sentence with a full stop
   */
  record Fault(Extent where, String message) implements NotebookResult {}
}
