package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;

/**
 * Turns notebooks of nbformat 3 into ones of 4.5, as nbformat does: worksheets become one list of
 * cells, headings become Markdown, and what has no counterpart stays where it is.
 */
final class OldNotebook {
  private static final int MAX_LEVEL = 6;
  private static final Map<String, String> TYPES = OutputReader.OLD_TYPES;

  private final CellIds ids = new CellIds();

  private OldNotebook() {}

  /**
   * The text of a notebook of nbformat 3 as one of 4.5.
   *
   * @param text one that {@link NotebookReader} reads
   */
  static String upgraded(String text) {
    JsonPart root = JsonPart.root(text);
    OldNotebook old = new OldNotebook();
    Map<String, Json> notebook = members(root.json());
    List<Json> cells = new ArrayList<>();
    for (JsonPart cell : CellParts.of(root, NotebookReader.OLDEST).orElse(List.of())) {
      cells.add(cell.isObject() ? old.cell(members(cell.json())) : cell.json());
    }
    Map<String, Json> metadata = members(get(notebook, "metadata"));
    metadata.remove("name");
    metadata.remove("signature");
    notebook.remove("worksheets");
    notebook.put("metadata", new Json.Obj(metadata));
    notebook.put("cells", Json.of(cells));
    notebook.put("nbformat", Json.of(NotebookReader.NEWEST));
    notebook.put("nbformat_minor", Json.of(NotebookReader.NEWEST_MINOR));
    TextStyle style = TextStyle.of(root, CellParts.of(root, NotebookReader.OLDEST).orElseThrow());
    String end = text.endsWith("\n") ? style.lineEnd() : "";
    return new JsonPrinter(style).print(new Json.Obj(notebook), "") + end;
  }

  private Json cell(Map<String, Json> cell) {
    String type = string(get(cell, "cell_type"));
    cell.put("metadata", new Json.Obj(members(get(cell, "metadata"))));
    switch (type) {
      case "code" -> code(cell);
      case "heading" -> heading(cell);
      case "html" -> cell.put("cell_type", Json.of("markdown"));
      default -> cell.putIfAbsent("source", Json.of(""));
    }
    cell.put("id", Json.of(ids.next("cell")));
    return new Json.Obj(cell);
  }

  private static void code(Map<String, Json> cell) {
    Map<String, Json> metadata = members(get(cell, "metadata"));
    Optional.ofNullable(cell.remove("collapsed"))
        .ifPresent(collapsed -> metadata.put("collapsed", collapsed));
    cell.remove("language");
    cell.put("metadata", new Json.Obj(metadata));
    move(cell, "input", "source", Json.of(""));
    move(cell, "prompt_number", "execution_count", new Json.Null());
    List<Json> outputs = new ArrayList<>();
    if (cell.get("outputs") instanceof Json.Arr before) {
      before.items().forEach(output -> outputs.add(output(members(output))));
    }
    cell.put("outputs", Json.of(outputs));
  }

  private static void heading(Map<String, Json> cell) {
    Json level = cell.remove("level");
    int marks = level instanceof Json.Num number ? number.asInt() : 1;
    String text =
        string(get(cell, "source"))
            .replace("\r\n", " ")
            .replace('\n', ' ')
            .replace('\r', ' ')
            .strip();
    cell.put("cell_type", Json.of("markdown"));
    cell.put("source", Json.of("#".repeat(Math.max(1, Math.min(MAX_LEVEL, marks))) + " " + text));
  }

  private static Json output(Map<String, Json> output) {
    switch (string(get(output, "output_type"))) {
      case "pyout" -> {
        output.put("output_type", Json.of("execute_result"));
        move(output, "prompt_number", "execution_count", new Json.Null());
        data(output);
      }
      case "display_data" -> data(output);
      case "pyerr" -> output.put("output_type", Json.of("error"));
      case "stream" -> move(output, "stream", "name", Json.of("stdout"));
      default -> {
        // what nobody knows stays as it is
      }
    }
    return new Json.Obj(output);
  }

  /** Gathers the values of an output, which nbformat 3 has among its other members. */
  private static void data(Map<String, Json> output) {
    Map<String, Json> data = new TreeMap<>();
    for (String name : List.copyOf(output.keySet())) {
      if (!name.equals("output_type")
          && !name.equals("execution_count")
          && !name.equals("metadata")) {
        String type = TYPES.getOrDefault(name, name);
        data.put(type, value(type, Optional.ofNullable(output.remove(name))));
      }
    }
    Map<String, Json> metadata = new LinkedHashMap<>();
    members(get(output, "metadata"))
        .forEach((name, value) -> metadata.put(TYPES.getOrDefault(name, name), value));
    output.put("data", new Json.Obj(data));
    output.put("metadata", new Json.Obj(metadata));
  }

  private static Json value(String type, Optional<Json> value) {
    Json old = value.orElse(new Json.Null());
    if (!MimeTypes.isJson(type)) {
      return old;
    }
    try {
      return Json.parse(string(old)); // nbformat 3 has JSON as a text
    } catch (JsonException e) {
      return old;
    }
  }

  private static void move(Map<String, Json> members, String from, String to, Json otherwise) {
    Json value = members.remove(from);
    members.put(to, value == null ? otherwise : value);
  }

  private static Json get(Map<String, Json> members, String name) {
    return members.getOrDefault(name, new Json.Null());
  }

  /** A string, or the strings of a list joined; empty for all else. */
  private static String string(Json value) {
    if (value instanceof Json.Arr list) {
      StringBuilder text = new StringBuilder();
      list.items().forEach(item -> text.append(string(item)));
      return text.toString();
    }
    return value instanceof Json.Str string ? string.value() : "";
  }

  /** The members of an object, sorted as nbformat writes them; none for all else. */
  private static Map<String, Json> members(Json value) {
    return value instanceof Json.Obj object ? new TreeMap<>(object.members()) : new TreeMap<>();
  }
}
