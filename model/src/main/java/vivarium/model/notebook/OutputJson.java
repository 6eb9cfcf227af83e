package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** What cells wrote, as nbformat 4 has it: names in the order of the alphabet. */
final class OutputJson {
  private final boolean hasLists;
  private final int executionCount;

  /**
   * Outputs of one run.
   *
   * @param hasLists whether texts are lists of lines
   */
  OutputJson(boolean hasLists, int executionCount) {
    this.hasLists = hasLists;
    this.executionCount = executionCount;
  }

  Json of(Outputs outputs) {
    return Json.of(RecordedForm.of(outputs).items().stream().map(this::of).toList());
  }

  private Json of(Output output) {
    JsonObject json = JsonObject.empty();
    if (output instanceof Output.Stream stream) {
      json =
          json.with("name", stream.name())
              .with("output_type", "stream")
              .with("text", text(stream.text(), hasLists));
    } else if (output instanceof Output.Display display) {
      json =
          json.with("data", data(display.bundle()))
              .with("metadata", JsonObject.empty().build())
              .with("output_type", "display_data");
    } else if (output instanceof Output.Result result) {
      json =
          json.with("data", data(result.bundle()))
              .with("execution_count", executionCount)
              .with("metadata", JsonObject.empty().build())
              .with("output_type", "execute_result");
    } else if (output instanceof Output.Failure failure) {
      List<Json> traceback =
          failure.traceback().isEmpty()
              ? List.of()
              : List.of(failure.traceback().split("\n", -1)).stream().map(Json::of).toList();
      json =
          json.with("ename", failure.name())
              .with("evalue", failure.value())
              .with("output_type", "error")
              .with("traceback", Json.of(traceback));
    }
    return json.build();
  }

  private Json data(MimeBundle bundle) {
    JsonObject data = JsonObject.empty();
    for (Map.Entry<String, String> entry : new TreeMap<>(bundle.data()).entrySet()) {
      data = data.with(entry.getKey(), value(entry.getKey(), entry.getValue()));
    }
    return data.build();
  }

  private Json value(String type, String value) {
    if (MimeTypes.isJson(type)) {
      try {
        return Json.parse(value);
      } catch (JsonException e) {
        return Json.of(value); // a broken value is data all the same
      }
    }
    return text(value, hasLists && MimeTypes.isText(type));
  }

  /** A text as a string, or as a list of its lines with their ends. */
  static Json text(String text, boolean asList) {
    if (!asList) {
      return Json.of(text);
    }
    List<Json> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      lines.add(Json.of(text.substring(start, end)));
      start = end;
    }
    return Json.of(lines);
  }

  /** What follows the line at {@code start}, for Python's {@code splitlines}. */
  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length() && !endsLine(text.charAt(at))) {
      at++;
    }
    boolean isPair = text.startsWith("\r\n", at);
    return Math.min(text.length(), at + (isPair ? 2 : 1));
  }

  private static boolean endsLine(char c) {
    return (c >= '\n' && c <= '\r')
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == '\u2028'
        || c == '\u2029';
  }
}
