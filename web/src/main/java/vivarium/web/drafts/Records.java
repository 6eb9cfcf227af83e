package vivarium.web.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;

/**
 * What is kept of a document, as texts with names.
 *
 * @param drafts those that can be read
 * @param unreadable the names of the others, which stay as they are
 */
public record Records(List<Draft> drafts, List<String> unreadable) {
  public Records {
    drafts = List.copyOf(drafts);
    unreadable = List.copyOf(unreadable);
  }

  /** Reads all texts there are. */
  public static Records read(Map<String, String> texts) {
    List<Draft> drafts = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    texts.forEach(
        (name, text) ->
            DraftJson.read(text)
                .filter(draft -> draft.id().equals(name))
                .ifPresentOrElse(drafts::add, () -> unreadable.add(name)));
    return new Records(drafts, unreadable);
  }

  /** The texts to write, and the names of those to remove, so that these drafts are kept. */
  public Map<String, Optional<String>> changesTo(Drafts after) {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    Drafts before = Drafts.of(drafts);
    for (Draft draft : after.all()) {
      if (!before.get(draft.id()).equals(Optional.of(draft))) {
        changes.put(draft.id(), Optional.of(DraftJson.write(draft).text()));
      }
    }
    for (Draft draft : drafts) {
      if (after.get(draft.id()).isEmpty()) {
        changes.put(draft.id(), Optional.empty());
      }
    }
    return changes;
  }

  /** Several drafts in one text. */
  public static String write(List<Draft> drafts) {
    List<Json> written = new ArrayList<>();
    drafts.forEach(draft -> written.add(DraftJson.write(draft)));
    return Json.of(written).text();
  }

  /** The drafts in such a text; none when it is another one. */
  public static List<Draft> read(String text) {
    List<Draft> drafts = new ArrayList<>();
    try {
      if (Json.parse(text) instanceof Json.Arr array) {
        array.items().forEach(item -> DraftJson.read(item.text()).ifPresent(drafts::add));
      }
      return drafts;
    } catch (JsonException e) {
      return List.of();
    }
  }
}
