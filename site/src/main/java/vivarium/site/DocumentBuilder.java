package vivarium.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.html.PageFolders;
import vivarium.site.html.PythonPage;
import vivarium.site.notebook.PublishedNotebook;
import vivarium.site.render.DocumentRenderer;
import vivarium.site.render.Rendered;
import vivarium.site.render.Surroundings;

/** Makes the pages of one document. */
final class DocumentBuilder {
  private final Assets assets;
  private final DocumentRenderer renderer;

  DocumentBuilder(Assets assets, Typesetter typesetter) {
    this.assets = assets;
    this.renderer = new DocumentRenderer(typesetter);
  }

  /** Makes the pages; none, and an error, for a document that nests too deeply. */
  BuiltDocument build(SourceDocument source, Neighbours neighbours) {
    try {
      return source.html().isPresent()
          ? page(source, source.html().get(), neighbours)
          : pages(source, neighbours);
    } catch (StackOverflowError e) {
      Diagnostic error = NestedTooDeep.in(source.path());
      return new BuiltDocument(
          Map.of(), Set.of(), Set.of(), Optional.empty(), false, List.of(error));
    }
  }

  private BuiltDocument pages(SourceDocument source, Neighbours neighbours) {
    Neighbour own = neighbours.document(source.path()).orElseThrow();
    AuthorStyles styles = AuthorStyles.of(source, neighbours);
    Map<String, String> pages = new LinkedHashMap<>();
    Set<String> files = new LinkedHashSet<>(styles.files());
    List<Diagnostic> diagnostics = new ArrayList<>(source.diagnostics());
    diagnostics.addAll(styles.diagnostics());
    boolean mathematics = false;
    Optional<PublishedNotebook> notebook = source.notebook();
    for (Map.Entry<Format, String> entry : own.pages().entrySet()) {
      String page = entry.getValue();
      DocumentReferences references =
          new DocumentReferences(source.path(), entry.getKey(), page, neighbours);
      Surroundings surroundings =
          around(
              page,
              source.plan().hasLiveCells(),
              source.image(),
              source.packages(),
              source.document().frontMatter().installFrom(),
              source.cellFiles(),
              styles.files(),
              own.pages());
      Rendered rendered =
          entry.getKey() == Format.NOTEBOOK && notebook.isPresent()
              ? renderer.renderNotebook(
                  source.plan(),
                  notebook.get(),
                  RelativeUrl.dotted(page, notebook.get().path()),
                  references,
                  surroundings)
              : renderer.render(source.plan(), entry.getKey(), references, surroundings);
      pages.put(page, rendered.html());
      files.addAll(references.files());
      diagnostics.addAll(references.diagnostics());
      diagnostics.addAll(rendered.diagnostics());
      mathematics |= rendered.mathematics();
    }
    return new BuiltDocument(pages, files, styles.themes(), notebook, mathematics, diagnostics);
  }

  private BuiltDocument page(SourceDocument source, PythonPage html, Neighbours neighbours) {
    Map.Entry<Format, String> page =
        neighbours.document(source.path()).orElseThrow().pages().entrySet().iterator().next();
    String path = page.getValue();
    DocumentReferences references =
        new DocumentReferences(source.path(), page.getKey(), path, neighbours);
    Surroundings surroundings =
        around(
            path,
            false,
            source.image(),
            source.packages(),
            List.of(),
            CellFiles.NONE,
            List.of(),
            Map.of());
    PageFolders folders =
        new PageFolders(
            RelativeUrl.dotted(path, assets.folder(Assets.PYSCRIPT)),
            RelativeUrl.dotted(path, assets.folder(Assets.MICROPYTHON)));
    String text = html.html(references, surroundings, folders);
    List<Diagnostic> diagnostics = new ArrayList<>(source.diagnostics());
    diagnostics.addAll(references.diagnostics());
    return new BuiltDocument(
        Map.of(path, text), references.files(), Set.of(), Optional.empty(), false, diagnostics);
  }

  /** What is around a page that belongs to no document. */
  Surroundings around(String page) {
    return around(
        page,
        false,
        Optional.empty(),
        PythonPackages.NONE,
        List.of(),
        CellFiles.NONE,
        List.of(),
        Map.of());
  }

  private static Json.Arr packages(String page, PythonPackages packages, List<String> indexes) {
    List<Json> all =
        new ArrayList<>(
            packages.json(each -> RelativeUrl.dotted(page, WheelFile.path(each).path())).items());
    for (String index : indexes) {
      all.add(JsonObject.empty().with("index", true).with("url", index).build());
    }
    return new Json.Arr(all);
  }

  private Surroundings around(
      String page,
      boolean python,
      Optional<PythonImage.Made> image,
      PythonPackages packages,
      List<String> indexes,
      CellFiles files,
      List<String> styles,
      Map<Format, String> formats) {
    return new Surroundings(
        RelativeUrl.dotted(page, ""),
        RelativeUrl.dotted(page, assets.folder(Assets.CORE)),
        RelativeUrl.dotted(page, assets.folder(Assets.KATEX)),
        RelativeUrl.dotted(page, assets.folder(packages.release().folder())),
        python ? RelativeUrl.dotted(page, assets.wheel().path()) : "",
        image.map(made -> RelativeUrl.dotted(page, ImageFile.path(made).path())).orElse(""),
        packages(page, packages, python ? indexes : List.of()),
        python && !files.isEmpty() ? Optional.of(DataFile.config(files)) : Optional.empty(),
        assets.scriptIntegrity(),
        styles.stream().map(style -> RelativeUrl.from(page, style)).toList(),
        formats.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> RelativeUrl.from(page, entry.getValue()))));
  }
}
