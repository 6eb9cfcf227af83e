package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.Assets;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.html.HtmlText;

/**
 * Makes one file of a page and all that it loads. The page is as it is in a site; what a site has
 * in files stands in it as text, and {@code unpack.js} makes files of that again.
 */
public final class Packer {
  private static final SitePath PAGE = new SitePath("index.html");

  /**
   * A host that nobody can have, by RFC 2606: the addresses of the page's own files, none of which
   * is ever asked for.
   */
  private static final String HOST = "https://packed.invalid/";

  private final Assets assets;

  public Packer(Assets assets) {
    this.assets = assets;
  }

  /**
   * Packs a document's page.
   *
   * @param site in which the document alone was built
   * @param source the document, for what is said of it
   * @param script what the page runs as a whole, if it is one
   * @param id names the document in a reader's browser: letters, digits and hyphens
   * @throws IOException when a file of the site cannot be read any more
   */
  public Packed pack(Site site, String source, String id, Optional<Script> script)
      throws IOException {
    SiteFile file = site.files().get(PAGE);
    if (file == null) {
      throw new IllegalArgumentException("the site has no " + PAGE);
    }
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    HtmlText page = new HtmlText(source, text);
    PageFacts facts = new PageFacts(page.tree(), text, script);
    List<Diagnostic> problems = problems(facts, source);
    return problems.isEmpty()
        ? packed(site.files(), page, facts, id)
        : new Packed(Optional.empty(), List.of(), problems);
  }

  private static List<Diagnostic> problems(PageFacts facts, String source) {
    if (facts.isLive() && facts.config().string("image").isEmpty()) {
      return List.of(withoutImage(source));
    }
    return List.of();
  }

  /** A packed page cannot start Python from nothing. */
  static Diagnostic withoutImage(String source) {
    return Diagnostic.error(
        "pack-no-image",
        Location.file(source),
        "There is no memory image of Python for this document, which a packed file starts from.",
        "Pack it on a machine on which Vivarium builds images.");
  }

  private Packed packed(
      SortedMap<SitePath, SiteFile> site, HtmlText page, PageFacts facts, String id)
      throws IOException {
    SortedMap<SitePath, SiteFile> packed = assets.packed();
    Contents contents = new Contents(facts, site, packed);
    String root = HOST + id + "/";
    byte[] small = Folded.of(contents.small());
    StringBuilder end = new StringBuilder("<script type=\"application/json\" id=\"viv-packed\">");
    end.append(begin(facts, contents, root)).append("</script>\n");
    end.append(FileElements.together(small));
    end.append(PageText.inline(script(packed, "unpack.js")));
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, byte[]> large : contents.large().entrySet()) {
      end.append(FileElements.alone(large.getKey(), large.getValue()));
      parts.add(new Part(PartName.of(large.getKey()), FileElements.size(large.getValue().length)));
    }
    PageText text = new PageText(page, facts, site);
    String config = facts.isLive() ? Addresses.in(facts.config(), root) : "";
    String styles =
        facts.script().isPresent()
            ? "<style>" + script(packed, "script.css").strip() + "</style>\n"
            : "";
    String top = "\n" + PageText.inline(script(packed, "incomplete.js"));
    byte[] bytes =
        FileElements.file(
            text.with(config, top, styles, script(packed, "fonts.js"), end.toString()));
    parts.add(new Part("Scripts", FileElements.size(small.length)));
    if (text.fontBytes() > 0) {
      parts.add(new Part("Fonts", FileElements.size(text.fontBytes())));
    }
    long rest = bytes.length - parts.stream().mapToLong(Part::bytes).sum();
    parts.add(new Part("Page and styles", rest));
    parts.sort(Comparator.comparingLong(Part::bytes).reversed());
    return new Packed(Optional.of(bytes), parts, links(text, page.path()));
  }

  /** What unpack.js is told. */
  private static String begin(PageFacts facts, Contents contents, String root) {
    List<Json> modules =
        contents.small().keySet().stream()
            .filter(path -> path.startsWith(facts.core()) && path.endsWith(".js"))
            .<Json>map(path -> new Json.Str(path.substring(facts.core().length())))
            .toList();
    return Addresses.inScript(
        JsonObject.empty()
            .with("root", root)
            .with("scripts", facts.core())
            .with("main", facts.main())
            .with("modules", new Json.Arr(modules))
            .with("large", paths(contents.large().keySet())));
  }

  /** Paths as a list that scripts read. */
  static Json.Arr paths(Set<String> paths) {
    return new Json.Arr(paths.stream().<Json>map(Json.Str::new).toList());
  }

  private static List<Diagnostic> links(PageText text, String source) {
    return text.missing().stream()
        .distinct()
        .map(
            link ->
                Diagnostic.warning(
                    "pack-link",
                    Location.file(source),
                    "The page leads to \"" + link + "\", which is not in the file.",
                    "Give the page's address on the web, or leave the link out."))
        .toList();
  }

  /** One of the texts that packed pages have in another form. */
  static String script(SortedMap<SitePath, SiteFile> packed, String name) throws IOException {
    SiteFile file = packed.get(new SitePath(name));
    if (file == null) {
      throw new IllegalStateException("no " + name + " among the assets");
    }
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
