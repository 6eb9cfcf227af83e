package vivarium.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.execute.Executed;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Format;
import vivarium.parse.DocumentParser;
import vivarium.parse.Parsed;
import vivarium.site.files.DocumentFiles;
import vivarium.site.html.PythonPage;
import vivarium.site.needs.DocumentNeeds;
import vivarium.site.needs.PageNeeds;
import vivarium.site.notebook.PublishedNotebook;
import vivarium.site.plan.Anchors;
import vivarium.site.plan.FrontMatterLines;
import vivarium.site.plan.OutputPlaces;
import vivarium.site.plan.Plan;
import vivarium.site.plan.WithoutEffect;

/** A document by itself, before anything around it is known. */
final class SourceDocument {
  private final byte[] bytes;
  private final Plan plan;
  private final Set<String> anchors;
  private final FrontMatterLines lines;
  private final DocumentNeeds needs;
  private final Optional<PythonImage.Made> image;
  private final PythonPackages packages;
  private final DocumentFiles files;
  private final Optional<PythonPage> html;
  private final List<Diagnostic> diagnostics;

  private SourceDocument(
      byte[] bytes,
      Document document,
      FrontMatterLines lines,
      DocumentNeeds needs,
      Optional<PythonImage.Made> image,
      PythonPackages packages,
      DocumentFiles files,
      Optional<PythonPage> html,
      List<Diagnostic> diagnostics) {
    this.bytes = bytes;
    this.plan = Plan.of(document);
    this.anchors = Anchors.in(document);
    this.lines = lines;
    this.needs = needs;
    this.image = image;
    this.packages = packages;
    this.files = files;
    this.html = html;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Parses the file at {@code path}, relative to the source folder.
   *
   * @param reading what it is taken for
   */
  static SourceDocument parse(String path, byte[] bytes, Reading reading) {
    Parsed parsed = DocumentParser.parse(path, bytes);
    Document written = parsed.document();
    Document document =
        new Document(written.path(), reading.of(written.frontMatter()), written.blocks());
    FrontMatterLines lines = new FrontMatterLines(new String(bytes, StandardCharsets.UTF_8));
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(WithoutEffect.in(document));
    diagnostics.addAll(OutputPlaces.missing(document));
    DocumentNeeds needs = DocumentNeeds.of(document, bytes);
    diagnostics.addAll(needs.diagnostics());
    return new SourceDocument(
        bytes,
        document,
        lines,
        needs,
        Optional.empty(),
        PythonPackages.NONE,
        DocumentFiles.NONE,
        Optional.empty(),
        diagnostics);
  }

  /** Takes a page of HTML, which is a document whose cells only readers run. */
  static SourceDocument of(PythonPage page, byte[] bytes) {
    DocumentNeeds needs = PageNeeds.of(page);
    List<Diagnostic> diagnostics = new ArrayList<>(page.diagnostics());
    diagnostics.addAll(needs.diagnostics());
    return new SourceDocument(
        bytes,
        page.document(),
        new FrontMatterLines(""),
        needs,
        Optional.empty(),
        PythonPackages.NONE,
        DocumentFiles.NONE,
        Optional.of(page),
        diagnostics);
  }

  /** The same document with the outputs of its cells. */
  SourceDocument with(Executed executed) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(executed.diagnostics(Severity.WARNING));
    return new SourceDocument(
        bytes,
        executed.document(),
        lines,
        needs,
        executed.image().made(),
        html.isPresent() ? executed.packages().without("pyscript") : executed.packages(),
        files,
        html,
        all);
  }

  /** The same document, of which this is wrong as well. */
  SourceDocument with(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(more);
    return new SourceDocument(bytes, document(), lines, needs, image, packages, files, html, all);
  }

  /** The same document with the files that its cells find now. */
  SourceDocument with(DocumentFiles found) {
    return found.equals(files)
        ? this
        : new SourceDocument(
            bytes, document(), lines, needs, image, packages, found, html, diagnostics);
  }

  /** The page of HTML that it is made of, if it is. */
  Optional<PythonPage> html() {
    return html;
  }

  /** The notebook that its page in the format {@code notebook} shows, if it has one. */
  Optional<PublishedNotebook> notebook() {
    return plan.formats().contains(Format.NOTEBOOK)
        ? PublishedNotebook.of(bytes, document())
        : Optional.empty();
  }

  /** The content of its source. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
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

  /** The memory image that its pages start Python from, if they start Python. */
  Optional<PythonImage.Made> image() {
    return plan.hasLiveCells() ? image : Optional.empty();
  }

  /** The packages that it needs. */
  DocumentNeeds needs() {
    return needs;
  }

  /** What its cells may import besides what Python brings, if readers can run any. */
  PythonPackages packages() {
    return plan.hasLiveCells() ? packages : PythonPackages.NONE;
  }

  /** The files that its cells find. */
  CellFiles cellFiles() {
    return files.cells();
  }

  Set<String> anchors() {
    return anchors;
  }

  /** The line of a key of the front matter, 1-based; 0 when it is not found. */
  int line(String key) {
    return lines.of(key);
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(files.diagnostics());
    return all;
  }
}
