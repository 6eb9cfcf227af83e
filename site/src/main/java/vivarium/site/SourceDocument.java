package vivarium.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;
import vivarium.parse.DocumentParser;
import vivarium.parse.Parsed;
import vivarium.site.plan.Anchors;
import vivarium.site.plan.FrontMatterLines;
import vivarium.site.plan.Plan;
import vivarium.site.plan.WithoutEffect;

/** A document as it was read, before anything around it is known. */
final class SourceDocument {
  private final byte[] bytes;
  private final Plan plan;
  private final Set<String> anchors;
  private final FrontMatterLines lines;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SourceDocument(String path, byte[] bytes) {
    Parsed parsed = DocumentParser.parse(path, bytes);
    this.bytes = bytes;
    this.plan = Plan.of(parsed.document());
    this.anchors = Anchors.in(parsed.document());
    this.lines = new FrontMatterLines(new String(bytes, StandardCharsets.UTF_8));
    diagnostics.addAll(parsed.diagnostics());
    diagnostics.addAll(WithoutEffect.in(parsed.document(), lines));
  }

  /** Parses the file at {@code path}, relative to the source folder. */
  static SourceDocument parse(String path, byte[] bytes) {
    return new SourceDocument(path, bytes);
  }

  /** Whether it was made from these bytes. */
  boolean isFrom(byte[] others) {
    return Arrays.equals(bytes, others);
  }

  String path() {
    return document().path();
  }

  Document document() {
    return plan.document();
  }

  Plan plan() {
    return plan;
  }

  Set<String> anchors() {
    return anchors;
  }

  /** The line of a key of the front matter, 1-based; 0 when it is not found. */
  int line(String key) {
    return lines.of(key);
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
