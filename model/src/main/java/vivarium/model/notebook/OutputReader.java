package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Reads what code cells wrote, in the shapes of nbformat 3 and 4. */
final class OutputReader {
  /** The names that nbformat 3 gives media types, in the order it prefers them. */
  static final Map<String, String> OLD_TYPES = new LinkedHashMap<>();

  static {
    OLD_TYPES.put("text", "text/plain");
    OLD_TYPES.put("html", "text/html");
    OLD_TYPES.put("svg", "image/svg+xml");
    OLD_TYPES.put("png", "image/png");
    OLD_TYPES.put("jpeg", "image/jpeg");
    OLD_TYPES.put("latex", "text/latex");
    OLD_TYPES.put("json", "application/json");
    OLD_TYPES.put("javascript", "application/javascript");
  }

  private final LineIndex index;
  private final List<Notebook.Problem> problems;

  OutputReader(LineIndex index, List<Notebook.Problem> problems) {
    this.index = index;
    this.problems = problems;
  }

  /** The outputs in an array; unknown ones become problems. */
  Outputs read(JsonPart array) {
    List<Output> items = new ArrayList<>();
    for (JsonPart item : array.items()) {
      Optional<Output> output = output(item);
      output.ifPresent(items::add);
      if (output.isEmpty()) {
        problems.add(
            new Notebook.Problem(
                index.of(item), "There is an output here of a kind that is not known."));
      }
    }
    return new Outputs(items);
  }

  private Optional<Output> output(JsonPart item) {
    String type = item.member("output_type").flatMap(JsonPart::string).orElse("");
    return switch (type) {
      case "stream" -> Optional.of(stream(item));
      case "display_data" -> Optional.of(new Output.Display(ofOutput(item)));
      case "execute_result", "pyout" -> Optional.of(new Output.Result(ofOutput(item)));
      case "error", "pyerr" -> Optional.of(failure(item));
      default -> Optional.empty();
    };
  }

  private static Output stream(JsonPart item) {
    String name =
        item.member("name")
            .or(() -> item.member("stream"))
            .flatMap(JsonPart::string)
            .orElse("stdout");
    return new Output.Stream(name, item.member("text").flatMap(OutputReader::text).orElse(""));
  }

  private static Output failure(JsonPart item) {
    String traceback =
        item.member("traceback").map(JsonPart::items).orElse(List.of()).stream()
            .map(line -> line.string().orElse(""))
            .collect(Collectors.joining("\n"));
    return new Output.Failure(
        item.member("ename").flatMap(JsonPart::string).orElse(""),
        item.member("evalue").flatMap(JsonPart::string).orElse(""),
        traceback,
        List.of());
  }

  private static MimeBundle ofOutput(JsonPart item) {
    Optional<JsonPart> data = item.member("data");
    if (data.isPresent()) {
      return bundle(data.get());
    }
    Map<String, String> values = new LinkedHashMap<>();
    OLD_TYPES.forEach(
        (name, type) ->
            item.member(name)
                .flatMap(OutputReader::text)
                .ifPresent(text -> values.put(type, text)));
    return new MimeBundle(values);
  }

  /** The values by media type; those of a wrong kind are left out. */
  static MimeBundle bundle(JsonPart data) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonPart.Member member : data.members()) {
      String type = member.name();
      if (MimeTypes.isJson(type)) {
        values.put(type, CompactJson.of(member.value()));
      } else {
        text(member.value()).ifPresent(text -> values.put(type, text));
      }
    }
    return new MimeBundle(values);
  }

  /** A string, or a list of strings joined; empty for all else. */
  static Optional<String> text(JsonPart part) {
    if (!part.isArray()) {
      return part.string();
    }
    StringBuilder text = new StringBuilder();
    for (JsonPart item : part.items()) {
      item.string().ifPresent(text::append);
    }
    return Optional.of(text.toString());
  }
}
