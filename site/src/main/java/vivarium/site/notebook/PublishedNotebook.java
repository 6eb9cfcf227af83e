package vivarium.site.notebook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.notebook.Notebook;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookResult;
import vivarium.model.output.Outputs;
import vivarium.parse.record.SourceRecorder;
import vivarium.parse.source.Utf8;
import vivarium.site.write.Sha256;

/**
 * A notebook as a site publishes it, beside its page.
 *
 * @param name what readers call the file: {@code lesson.ipynb}
 * @param text its text; of a document that is a notebook already, the author's own
 * @param sha256 the hash of the text
 * @param notebook what it holds
 */
public record PublishedNotebook(String name, String text, String sha256, Notebook notebook) {
  private static final String ENDING = ".ipynb";
  private static final int HASH_DIGITS = 16;

  /**
   * The notebook of a document; empty when its file is none that can be read, of which its reader
   * has told.
   *
   * @param bytes the document's file
   * @param document the document, with what its cells wrote
   */
  public static Optional<PublishedNotebook> of(byte[] bytes, Document document) {
    String file = document.path().substring(document.path().lastIndexOf('/') + 1);
    String text = Utf8.decode(file.endsWith(ENDING) ? bytes : written(bytes, document));
    return NotebookReader.read(text) instanceof NotebookResult.Read read
        ? Optional.of(
            new PublishedNotebook(
                file.substring(0, file.lastIndexOf('.')) + ENDING,
                text,
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                read.notebook()))
        : Optional.empty();
  }

  private static byte[] written(byte[] bytes, Document document) {
    Map<String, Outputs> outputs = new HashMap<>();
    for (Cell cell : document.cells()) {
      if (!cell.outputs().isEmpty()) {
        outputs.put(cell.id(), cell.outputs());
      }
    }
    return SourceRecorder.newNotebook(document.path(), bytes, document, outputs);
  }

  /** Where it stands in the site, named by its content, so that no cache gives out an old one. */
  public String path() {
    return "vivarium/notebooks/" + sha256.substring(0, HASH_DIGITS) + ENDING;
  }

  /** The file. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
