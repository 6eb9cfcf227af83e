package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads notebooks: <a
 * href="https://nbformat.readthedocs.io/en/latest/format_description.html">nbformat</a> 4 in any
 * minor version, and nbformat 3.
 */
public final class NotebookReader {
  static final int OLDEST = 3;
  static final int NEWEST = 4;
  static final int NEWEST_MINOR = 5;

  private NotebookReader() {}

  /**
   * Reads a notebook. Total: any text gives a notebook or a fault. Of a name that an object has
   * twice, the last one counts, as for Jupyter.
   *
   * @param text the file's text, without a byte order mark
   */
  public static NotebookResult read(String text) {
    LineIndex index = new LineIndex(text);
    Optional<JsonCheck.Fault> fault = JsonCheck.of(text);
    if (fault.isPresent()) {
      return new NotebookResult.Fault(index.at(fault.get().offset()), fault.get().message());
    }
    JsonPart root = JsonPart.root(text);
    Optional<Integer> major = root.member("nbformat").flatMap(JsonPart::integer);
    if (major.isEmpty()) {
      return new NotebookResult.Fault(
          index.at(root.start()), "This is no notebook: it does not say its \"nbformat\".");
    }
    if (major.get() < OLDEST || major.get() > NEWEST) {
      return new NotebookResult.Fault(
          root.member("nbformat").map(index::of).orElse(index.at(root.start())),
          "This notebook is of nbformat " + major.get() + ", and only 3 and 4 are known.");
    }
    Optional<List<JsonPart>> cells = CellParts.of(root, major.get());
    if (cells.isEmpty()) {
      return new NotebookResult.Fault(
          index.at(root.start()), "This notebook has no list of cells.");
    }
    return new NotebookResult.Read(notebook(root, major.get(), cells.get(), index));
  }

  private static Notebook notebook(
      JsonPart root, int major, List<JsonPart> parts, LineIndex index) {
    List<Notebook.Problem> problems = new ArrayList<>();
    CellPartReader reader = new CellPartReader(index, problems);
    List<NotebookCell> cells = new ArrayList<>();
    for (JsonPart part : parts) {
      cells.add(reader.read(part));
    }
    int minor = root.member("nbformat_minor").flatMap(JsonPart::integer).orElse(0);
    return new Notebook(major, minor, language(root), cells, problems);
  }

  private static Optional<String> language(JsonPart root) {
    Optional<JsonPart> metadata = root.member("metadata");
    return metadata
        .flatMap(part -> part.member("kernelspec"))
        .flatMap(kernel -> kernel.member("language"))
        .or(
            () ->
                metadata
                    .flatMap(part -> part.member("language_info"))
                    .flatMap(info -> info.member("name")))
        .flatMap(JsonPart::string)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }
}
