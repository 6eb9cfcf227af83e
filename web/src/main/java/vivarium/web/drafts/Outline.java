package vivarium.web.drafts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** The headings and the code of a document, as the reader has it, for programs that run Python. */
public final class Outline {
  private record Part(boolean code, String id, String text) {}

  private final List<Part> parts = new ArrayList<>();

  /**
   * Adds a heading.
   *
   * @param level 1 to 6
   */
  public void heading(int level, String text) {
    parts.add(new Part(false, "", "#".repeat(level) + " " + text));
  }

  /** Adds a cell. */
  public void code(String id, String text) {
    parts.add(new Part(true, id, text));
  }

  /** A script in the percent format, in which a line {@code # %%} begins a cell. */
  public String script() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      if (out.length() > 0) {
        out.append('\n');
      }
      if (part.code()) {
        out.append("# %% ").append(part.id()).append('\n').append(part.text()).append('\n');
      } else {
        out.append("# %% [markdown]\n# ").append(part.text()).append('\n');
      }
    }
    return out.toString();
  }

  /** A notebook of nbformat 4.5, without outputs. */
  public String notebook() {
    List<Json> cells = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Part part : parts) {
      String id = isAllowed(part.id()) ? part.id() : "part-" + (cells.size() + 1);
      while (!ids.add(id)) {
        id = "part-" + (ids.size() + cells.size() + 1);
      }
      JsonObject cell =
          JsonObject.empty()
              .with("cell_type", part.code() ? "code" : "markdown")
              .with("id", id)
              .with("metadata", JsonObject.empty().build())
              .with("source", part.text());
      if (part.code()) {
        cell = cell.with("execution_count", new Json.Null()).with("outputs", Json.of(List.of()));
      }
      cells.add(cell.build());
    }
    Json kernel =
        JsonObject.empty()
            .with("display_name", "Python 3")
            .with("language", "python")
            .with("name", "python3")
            .build();
    return JsonObject.empty()
            .with("cells", Json.of(cells))
            .with("metadata", JsonObject.empty().with("kernelspec", kernel).build())
            .with("nbformat", 4)
            .with("nbformat_minor", 5)
            .build()
            .text()
        + "\n";
  }

  /** Whether the format allows the id: 1 to 64 letters, digits, hyphens and underscores. */
  private static boolean isAllowed(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= 64;
  }
}
