package vivarium.execute.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.engine.python.JobResult;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.model.output.Outputs;
import vivarium.protocol.ProtocolCodec;

/**
 * The text of a file of the cache: a JSON object with {@code format}, {@code key}, {@code cells},
 * {@code imports} and the {@code check} sum of both. A cell has {@code outputs} in the shape of the
 * notebook format, and {@code took} in milliseconds.
 */
final class CacheEntry {
  /** Changes with anything in this file that an older reader would misread. */
  static final int FORMAT = 4;

  private CacheEntry() {}

  static String text(CacheKey key, JobResult result) {
    List<Json> cells = new ArrayList<>();
    for (JobResult.Finished cell : result.cells()) {
      cells.add(
          JsonObject.empty()
              .with("outputs", ProtocolCodec.writeOutputs(cell.outputs().items()))
              .with("took", (int) Math.min(Integer.MAX_VALUE, cell.took().toMillis()))
              .build());
    }
    Json all = Json.of(cells);
    Json imports = new Json.Arr(result.imports().stream().<Json>map(Json.Str::new).toList());
    return JsonObject.empty()
        .with("format", FORMAT)
        .with("key", key.hex())
        .with("check", check(all, imports))
        .with("cells", all)
        .with("imports", imports)
        .build()
        .text();
  }

  /** The result; empty when the text is damaged, or another key's or format's. */
  static Optional<JobResult> read(String text, CacheKey key) {
    try {
      JsonObject entry = JsonObject.of(Json.parse(text));
      if (entry.integer("format") != FORMAT
          || !entry.string("key").equals(key.hex())
          || !entry.string("check").equals(check(entry.get("cells"), entry.get("imports")))) {
        return Optional.empty();
      }
      List<JobResult.Finished> cells = new ArrayList<>();
      for (Json item : entry.array("cells")) {
        JsonObject cell = JsonObject.of(item);
        Outputs outputs = new Outputs(ProtocolCodec.readOutputs(cell.array("outputs")));
        cells.add(new JobResult.Finished(outputs, Duration.ofMillis(cell.integer("took"))));
      }
      List<String> imports =
          entry.array("imports").stream().map(name -> ((Json.Str) name).value()).toList();
      return Optional.of(new JobResult(cells, imports, Optional.empty()));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static String check(Json cells, Json imports) {
    return new Digest().with(cells.text()).with(imports.text()).hex();
  }
}
