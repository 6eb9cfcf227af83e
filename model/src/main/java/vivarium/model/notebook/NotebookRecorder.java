package vivarium.model.notebook;

import java.util.Map;
import java.util.Optional;

/**
 * Puts outputs into the text of a notebook. Everything but the {@code outputs} and {@code
 * execution_count} of the cells that ran stays as it is, character by character; what is new is
 * written in the style of the text.
 */
public final class NotebookRecorder {
  private NotebookRecorder() {}

  /**
   * Why nothing can be put into this text, a sentence with a full stop; empty when it is a notebook
   * of nbformat 4.
   */
  public static Optional<String> refusal(String text) {
    NotebookResult result = NotebookReader.read(text);
    if (result instanceof NotebookResult.Fault fault) {
      return Optional.of(fault.message());
    }
    boolean isOld = ((NotebookResult.Read) result).notebook().major() < NotebookReader.NEWEST;
    return isOld
        ? Optional.of(
            "This notebook is of nbformat 3, which can be read but not written: open it in Jupyter"
                + " and save it.")
        : Optional.empty();
  }

  /**
   * The text with other outputs.
   *
   * @param text a notebook's text, without a byte order mark
   * @param runs the runs, by the index of the cell in {@link Notebook#cells}
   * @throws IllegalArgumentException when there is a {@link #refusal}, or an index is not that of a
   *     code cell
   * @see EditableCell#withRun
   */
  public static String record(String text, Map<Integer, CellRun> runs) {
    refusal(text)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    EditableNotebook notebook = EditableNotebook.of(text);
    for (Map.Entry<Integer, CellRun> run : runs.entrySet()) {
      int index = run.getKey();
      if (index < 0 || index >= notebook.cells().size()) {
        throw new IllegalArgumentException("no code cell: " + index);
      }
      notebook = notebook.with(index, notebook.cells().get(index).withRun(run.getValue()));
    }
    return notebook.text();
  }
}
