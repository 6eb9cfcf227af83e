package vivarium.web.drafts;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/**
 * The file in which a reader takes their work with them, and from which it is restored.
 *
 * @param document what the work belongs to
 * @param title what readers call the document
 */
public record WorkFile(String document, String title, List<Draft> drafts) {
  private static final String FORMAT = "vivarium-work";
  private static final int VERSION = 1;

  public WorkFile {
    drafts = List.copyOf(drafts);
  }

  /** The text of the file. */
  public String text() {
    List<Json> written = new ArrayList<>();
    drafts.forEach(draft -> written.add(DraftJson.write(draft)));
    return JsonObject.empty()
            .with("format", FORMAT)
            .with("version", VERSION)
            .with("document", document)
            .with("title", title)
            .with("drafts", Json.of(written))
            .build()
            .text()
        + "\n";
  }

  /**
   * Reads such a file.
   *
   * @throws JsonException when it is another file, or of another version
   */
  public static WorkFile read(String text) {
    JsonObject file = JsonObject.of(Json.parse(text));
    if (!file.string("format").equals(FORMAT) || file.integer("version") != VERSION) {
      throw new JsonException("the file is of another format or version");
    }
    List<Draft> drafts = new ArrayList<>();
    file.array("drafts").forEach(draft -> drafts.add(DraftJson.read(draft)));
    return new WorkFile(file.string("document"), file.string("title"), drafts);
  }
}
