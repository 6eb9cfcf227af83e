package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.source.CssUrl;
import vivarium.site.source.Destination;

/** Files of a site as URLs that have their content in them. */
final class EmbeddedFiles {
  private final String page;
  private final SortedMap<SitePath, SiteFile> site;
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * @param page the path at which URLs begin
   */
  EmbeddedFiles(String page, SortedMap<SitePath, SiteFile> site) {
    this.page = page;
    this.site = site;
  }

  /** How often each file has become a URL, by its path. */
  Map<String, Integer> uses() {
    return uses;
  }

  /** The path of the file that a URL of the page leads to; empty when the site has none. */
  Optional<String> path(String url) {
    return path(url, page);
  }

  /** The file that a URL of the page leads to. */
  Optional<SiteFile> file(String url) {
    return path(url).map(path -> site.get(new SitePath(path)));
  }

  /**
   * A URL of the page with the content in it that it leads to; empty when the site has no such
   * file. Stylesheets have the files in them that they name.
   *
   * @throws IOException when a file cannot be read any more
   */
  Optional<String> url(String url) throws IOException {
    Optional<String> path = path(url);
    return path.isEmpty() ? Optional.empty() : Optional.of(embedded(path.get()));
  }

  /**
   * A stylesheet with the files in it that it names.
   *
   * @param path the file that the stylesheet stands in
   * @throws IOException when a file cannot be read any more
   */
  String css(String path, String css) throws IOException {
    if (!open.add(path)) {
      return css; // It imports itself.
    }
    String filled = css;
    for (CssUrl url : CssUrl.in(css)) {
      Optional<String> target = path(url.destination(), path);
      if (target.isPresent()) {
        filled = replaced(filled, url.destination(), embedded(target.get()));
      }
    }
    open.remove(path);
    return filled;
  }

  /** Notes that a file has become a URL in another way. */
  void use(String path) {
    uses.merge(path, 1, Integer::sum);
  }

  private String embedded(String path) throws IOException {
    use(path);
    SiteFile file = site.get(new SitePath(path));
    if (file == null) {
      throw new IllegalStateException("not in the site: " + path);
    }
    byte[] bytes = file.bytes();
    boolean styles = path.endsWith(".css");
    String text = styles ? css(path, new String(bytes, StandardCharsets.UTF_8)) : "";
    return DataUrl.of(path, styles ? text.getBytes(StandardCharsets.UTF_8) : bytes);
  }

  private Optional<String> path(String url, String from) {
    Destination destination = Destination.of(url);
    if (destination.isExternal() || destination.path().isEmpty()) {
      return Optional.empty();
    }
    return destination
        .from(from)
        .filter(SitePath::isValid)
        .filter(path -> site.containsKey(new SitePath(path)));
  }

  /** A URL stands in quotes or parentheses. */
  private static String replaced(String css, String url, String by) {
    return css.replace("\"" + url + "\"", "\"" + by + "\"")
        .replace("'" + url + "'", "'" + by + "'")
        .replace("(" + url + ")", "(" + by + ")");
  }
}
