package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jsoup.nodes.Element;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.text.Message;
import vivarium.site.Assets;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.html.HtmlText;
import vivarium.site.html.PythonPage;
import vivarium.site.language.PageLanguage;
import vivarium.site.source.SourceFolder;

/**
 * Makes one file of a page of HTML and all that it loads. What the page itself names stands in its
 * text. What its scripts ask for stands behind that, and {@code pyscript/begin.js} has it found
 * under the URLs that it would have beside the page.
 */
public final class HtmlPacker {
  private static final String PYSCRIPT = "vivarium/pyscript-[0-9a-f]{12}/core\\.js";

  private final Assets assets;

  public HtmlPacker(Assets assets) {
    this.assets = assets;
  }

  /**
   * Packs a page.
   *
   * @param site in which the page alone was built
   * @param document the page as its author wrote it
   * @param id names the page in a reader's browser: letters, digits and hyphens
   * @throws IOException when a file cannot be read any more
   */
  public Packed pack(Site site, Path document, String id) throws IOException {
    SitePath path = new SitePath(PageSources.PAGE);
    SiteFile built = site.files().get(path);
    if (built == null) {
      throw new IllegalArgumentException("the site has no " + path);
    }
    String name = String.valueOf(document.getFileName());
    Path parent = document.toAbsolutePath().getParent();
    SourceFolder folder = new SourceFolder(parent == null ? document : parent);
    byte[] bytes = Files.readAllBytes(document);
    HtmlText written = new HtmlText(name, text(bytes));
    PageSources sources = new PageSources(written, site.files(), folder);
    List<Diagnostic> diagnostics =
        new ArrayList<>(HtmlProblems.in(written, PythonPage.read(name, bytes, folder), sources));
    HtmlText page = new HtmlText(name, text(built.bytes()));
    JsonObject boot = boot(page);
    if (boot.has("pyodide") && !boot.has("image")) {
      diagnostics.add(Packer.withoutImage(name));
    }
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Packed(Optional.empty(), List.of(), diagnostics);
    }
    return packed(site.files(), page, boot, sources, id, diagnostics);
  }

  private Packed packed(
      SortedMap<SitePath, SiteFile> site,
      HtmlText page,
      JsonObject boot,
      PageSources sources,
      String id,
      List<Diagnostic> diagnostics)
      throws IOException {
    SortedMap<SitePath, SiteFile> packed = assets.packed();
    Optional<String> folder = folder(site);
    Optional<String> core =
        folder.isEmpty()
            ? Optional.empty()
            : Optional.of(PageText.inline("module", Packer.script(packed, "pyscript/core.js")));
    EmbeddedFiles embedded = new EmbeddedFiles(PageSources.PAGE, site);
    JavaScriptModules modules =
        new JavaScriptModules(sources, embedded, folder.isEmpty() ? Map.of() : own(packed));
    HtmlPageText text = new HtmlPageText(page, embedded, modules);
    boolean hasCore = text.take(core);
    HtmlContents contents = new HtmlContents(page.text(), boot, site, packed);
    contents.addAuthors(sources, embedded, modules);
    if (folder.isPresent()) {
      contents.addPython(folder.get());
    }
    diagnostics.addAll(modules.diagnostics());
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Packed(Optional.empty(), List.of(), diagnostics);
    }
    if (contents.small().isEmpty()) {
      byte[] bytes = FileElements.file(text.with("", ""));
      return new Packed(
          Optional.of(bytes), List.of(new Part("Page and styles", bytes.length)), diagnostics);
    }
    String begin =
        "\n<script type=\"application/json\" id=\"viv-packed\">"
            + told(page, contents, folder.orElse(""), id)
            + "</script>\n"
            + PageText.inline("", Packer.script(packed, "pyscript/begin.js"));
    byte[] small = Folded.of(contents.small());
    StringBuilder end = new StringBuilder("\n").append(FileElements.together(small));
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, byte[]> large : contents.large().entrySet()) {
      end.append(FileElements.alone(large.getKey(), large.getValue()));
      parts.add(new Part(PartName.of(large.getKey()), FileElements.size(large.getValue().length)));
    }
    String top = begin + (hasCore ? "" : core.orElse(""));
    byte[] bytes = FileElements.file(text.with(top, end.toString()));
    parts.add(new Part("Scripts and files", FileElements.size(small.length)));
    long rest = bytes.length - parts.stream().mapToLong(Part::bytes).sum();
    parts.add(new Part("Page and styles", rest));
    parts.sort(Comparator.comparingLong(Part::bytes).reversed());
    return new Packed(Optional.of(bytes), parts, diagnostics);
  }

  /** What begin.js is told. */
  private static String told(HtmlText page, HtmlContents contents, String folder, String id) {
    Element html = page.tree().selectFirst("html");
    PageLanguage language = PageLanguage.of(html == null ? "" : html.attr("lang"), Map.of());
    return Addresses.inScript(
        JsonObject.empty()
            .with("id", id)
            .with("scripts", folder)
            .with("large", Packer.paths(contents.large().keySet()))
            .with("broken", language.texts().of(Message.PACKED_BROKEN)));
  }

  /** What scripts of the page import in the place of PyScript's own. */
  private static Map<String, String> own(SortedMap<SitePath, SiteFile> packed) throws IOException {
    return Map.of(
        "core.js", url(Packer.script(packed, "pyscript/exports.js")),
        "storage.js", url(Packer.script(packed, "pyscript/storage.js")));
  }

  private static String url(String script) {
    return DataUrl.of("x.js", script.getBytes(StandardCharsets.UTF_8));
  }

  /** The folder of PyScript's own files, with a final slash; empty when the page has no Python. */
  private static Optional<String> folder(SortedMap<SitePath, SiteFile> site) {
    return site.keySet().stream()
        .map(SitePath::path)
        .filter(path -> path.matches(PYSCRIPT))
        .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
        .findFirst();
  }

  private static JsonObject boot(HtmlText page) {
    Element element = page.tree().getElementById("vivarium-pyscript");
    return element == null ? JsonObject.empty() : JsonObject.of(Json.parse(element.data()));
  }

  /** A text without the mark of its encoding. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
