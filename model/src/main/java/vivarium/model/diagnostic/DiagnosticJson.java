package vivarium.model.diagnostic;

import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** Diagnostics for programs: browsers, editors and scripts. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /**
   * An array of objects with {@code severity} ({@code error} or {@code warning}), {@code code},
   * {@code path}, {@code line} and {@code column} (1-based; 0 as in {@link Location}), {@code
   * message} and {@code remedy}.
   */
  public static Json of(List<Diagnostic> diagnostics) {
    return Json.of(diagnostics.stream().map(DiagnosticJson::of).toList());
  }

  private static Json of(Diagnostic diagnostic) {
    return JsonObject.empty()
        .with("severity", diagnostic.severity().word())
        .with("code", diagnostic.code())
        .with("path", diagnostic.where().path())
        .with("line", diagnostic.where().line())
        .with("column", diagnostic.where().column())
        .with("message", diagnostic.message())
        .with("remedy", diagnostic.remedy())
        .build();
  }
}
