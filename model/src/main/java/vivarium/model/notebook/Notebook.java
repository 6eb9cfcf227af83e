package vivarium.model.notebook;

import java.util.List;
import java.util.Optional;

/**
 * A notebook.
 *
 * @param major the major version of its format, 3 or 4
 * @param minor the minor version; one that is newer than 5 is read as far as it is known
 * @param language the language of its code, in lower case; empty when it does not say
 * @param cells all cells, in order, unknown ones included
 * @param problems the parts that could not be read
 */
public record Notebook(
    int major,
    int minor,
    Optional<String> language,
    List<NotebookCell> cells,
    List<Problem> problems) {
  /**
   * A part of a notebook that could not be read and is passed by.
   *
   * @param message what is wrong, a sentence with a full stop
   */
  public record Problem(Extent where, String message) {}

  public Notebook {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }
}
