package vivarium.check.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vivarium.check.Checked;
import vivarium.check.CheckedDocument;
import vivarium.check.Finding;
import vivarium.execute.CellReport;
import vivarium.execute.compare.DiffLine;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.DiagnosticJson;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** A check as one JSON object. */
public final class CheckJson {
  private CheckJson() {}

  /**
   * An object with {@code diagnostics}, as {@link DiagnosticJson} writes them, with the lines of a
   * {@code diff} where outputs differ; and with {@code documents}, each with its {@code path} and
   * its {@code cells}, in the order of running: {@code id}, {@code line} (of the code, 1-based),
   * {@code status} and {@code milliseconds}.
   */
  public static Json of(Checked checked) {
    return object(
        checked.findings().stream().map(CheckJson::finding).toList(),
        checked.documents().stream().map(CheckJson::document).toList());
  }

  /** The same for a check that could not begin. */
  public static Json failed(Diagnostic reason) {
    return object(List.of(finding(new Finding(reason, List.of()))), List.of());
  }

  private static Json object(List<Json> diagnostics, List<Json> documents) {
    return JsonObject.empty()
        .with("diagnostics", Json.of(diagnostics))
        .with("documents", Json.of(documents))
        .build();
  }

  private static Json document(CheckedDocument document) {
    return JsonObject.empty()
        .with("path", document.path())
        .with("cells", Json.of(document.cells().stream().map(c -> cell(document, c)).toList()))
        .build();
  }

  private static Json cell(CheckedDocument document, CellReport report) {
    return JsonObject.empty()
        .with("id", report.cell().id())
        .with("line", report.cell().sourceLine())
        .with("status", status(document, report))
        .with("milliseconds", Math.toIntExact(report.took().toMillis()))
        .build();
  }

  /** {@code fine}, {@code output-differs}, {@code raised}, {@code time-limit} and so on. */
  static String status(CheckedDocument document, CellReport report) {
    boolean differs = document.about(report).stream().anyMatch(found -> !found.diff().isEmpty());
    return differs
        ? "output-differs"
        : report.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Json finding(Finding finding) {
    Json plain = ((Json.Arr) DiagnosticJson.of(List.of(finding.diagnostic()))).items().get(0);
    return finding.diff().isEmpty()
        ? plain
        : JsonObject.of(plain).with("diff", diff(finding)).build();
  }

  /** The lines that differ, each after its sign. */
  static String diff(Finding finding) {
    return finding.diff().stream().map(DiffLine::toString).collect(Collectors.joining("\n"));
  }
}
