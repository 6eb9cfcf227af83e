package vivarium.site.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Utf8;
import vivarium.site.render.References;
import vivarium.site.render.Surroundings;
import vivarium.site.source.Destination;
import vivarium.site.source.SourceFolder;

/** A page of HTML, whose scripts may be Python. */
public final class PythonPage {
  private static final String PACKAGES = "packages";

  private final HtmlText page;
  private final List<PythonScript> scripts;
  private final List<PageConfiguration> configurations;
  private final Document own;
  private final List<Document> files;
  private final List<Diagnostic> diagnostics;

  private PythonPage(
      HtmlText page,
      List<PythonScript> scripts,
      PageConfigurations configurations,
      List<Diagnostic> encoding,
      SourceFolder folder) {
    this.page = page;
    this.scripts = scripts;
    this.configurations = configurations.all();
    this.own = document(page, scripts, this.configurations);
    this.files = files(page, scripts, folder);
    List<Diagnostic> all = new ArrayList<>(configurations.diagnostics());
    all.addAll(encoding);
    all.addAll(PageMistakes.in(page, scripts));
    this.diagnostics = List.copyOf(all);
  }

  /**
   * Reads a page. Total: any bytes give a page.
   *
   * @param path the page in {@code folder}
   * @param folder where the files are that it names
   */
  public static PythonPage read(String path, byte[] bytes, SourceFolder folder) {
    Findings findings = new Findings();
    Utf8.read(path, bytes, findings);
    HtmlText page = new HtmlText(path, new String(bytes, StandardCharsets.UTF_8));
    List<PythonScript> scripts = PythonScript.in(page);
    return new PythonPage(
        page, scripts, PageConfigurations.of(page, scripts, folder), findings.all(path), folder);
  }

  /** Whether there is any Python in it. */
  public boolean hasPython() {
    return !scripts.isEmpty() || !page.tree().select("py-config, mpy-config").isEmpty();
  }

  /**
   * The page as a document: each piece of CPython's code, also of files that it names, is a cell
   * that only readers run, and what its configurations ask for are its packages.
   */
  public Document document() {
    List<Block> blocks = new ArrayList<>();
    if (hasPython()) {
      blocks.add(new Block.PythonCell(cell("pyscript", "import pyscript", 1))); // As core.js does.
    }
    blocks.addAll(own.blocks());
    for (Document file : files) {
      Cell code = file.cells().get(0);
      blocks.add(new Block.PythonCell(cell("script-" + (blocks.size() + 1), code.source(), 1)));
    }
    return new Document(own.path(), own.frontMatter(), blocks);
  }

  /** What stands in the page itself, and each file that it names, as documents of their own. */
  public List<Document> parts() {
    List<Document> parts = new ArrayList<>(List.of(own));
    parts.addAll(files);
    return parts;
  }

  /** Where it stands in its folder. */
  public String path() {
    return page.path();
  }

  /** The whole text. */
  public String text() {
    return page.text();
  }

  /** Whether MicroPython runs any of it. */
  public boolean hasMicroPython() {
    return scripts.stream().anyMatch(each -> each.engine().equals("mpy"));
  }

  /** Whether its code is Python. */
  public PageSyntax syntax() {
    return PageSyntax.of(page, scripts, files);
  }

  /** What is wrong with its elements and configurations. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * What its configurations ask for, and where each is written.
   *
   * @param take given each requirement, path or URL
   */
  public void packages(BiConsumer<String, Location> take) {
    for (PageConfiguration each : configurations) {
      if (each.engine().equals("py")) {
        each.packages(take);
      }
    }
  }

  /**
   * The engines that its configurations name instead of the page's own, by their URLs.
   *
   * @param take given each, and where it is written
   */
  public void engines(BiConsumer<String, Location> take) {
    for (PageConfiguration each : configurations) {
      each.text("interpreter")
          .filter(url -> url.contains("/") || url.endsWith("js"))
          .ifPresent(url -> take.accept(url, each.text().place("interpreter")));
    }
  }

  /**
   * The page as it stands in a site: it finds PyScript there, and its links lead to the pages of
   * documents.
   *
   * @param references told of all that the page names
   * @param surroundings the site around it
   * @param folders what runs its Python
   */
  public String html(References references, Surroundings surroundings, PageFolders folders) {
    HtmlText.Edits edits = page.new Edits();
    new PageReferences(page, references, edits).take(configurations);
    if (hasPython()) {
      new PageRuntime(page, scripts, surroundings, folders).place(edits);
    }
    return edits.applied();
  }

  /** The files that its scripts name, each with its code as a cell. */
  private static List<Document> files(
      HtmlText page, List<PythonScript> scripts, SourceFolder folder) {
    FrontMatter front = FrontMatter.ofPage(Optional.empty(), List.of());
    List<Document> files = new ArrayList<>();
    for (PythonScript script : scripts) {
      Optional<String> path =
          script
              .source()
              .filter(source -> script.engine().equals("py"))
              .map(Destination::of)
              .filter(destination -> !destination.isExternal())
              .flatMap(destination -> destination.from(page.path()))
              .filter(each -> folder.look(each) == SourceFolder.Kind.FILE);
      if (path.isPresent()) {
        code(path.get(), folder)
            .map(code -> new Block.PythonCell(cell("code", code, 1)))
            .ifPresent(cell -> files.add(new Document(path.get(), front, List.of(cell))));
      }
    }
    return files;
  }

  /** The code in a file; empty when it cannot be read, which a build tells. */
  private static Optional<String> code(String path, SourceFolder folder) {
    try {
      return Optional.of(Files.readString(folder.onDisk(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Document document(
      HtmlText page, List<PythonScript> scripts, List<PageConfiguration> configurations) {
    List<Block> blocks = new ArrayList<>();
    for (PythonScript script : scripts) {
      if (script.engine().equals("py")) {
        String id = "script-" + (blocks.size() + 1);
        blocks.add(new Block.PythonCell(cell(id, script.code(), script.line())));
      }
    }
    List<String> packages =
        configurations.stream()
            .filter(each -> each.engine().equals("py"))
            .flatMap(each -> each.texts(PACKAGES).stream())
            .distinct()
            .toList();
    String title = page.tree().title().strip();
    FrontMatter front =
        FrontMatter.ofPage(Optional.of(title).filter(text -> !text.isEmpty()), packages);
    return new Document(page.path(), front, blocks);
  }

  private static Cell cell(String id, String code, int line) {
    int lastLine = line + (int) code.lines().count();
    return new Cell(
        id,
        code,
        line,
        new CellOptions(Set.of(Flag.RUN, Flag.NORUN), Map.of()),
        LineSteps.NONE,
        Outputs.NONE,
        Optional.empty(),
        new Span(line, 1, lastLine));
  }
}
