package vivarium.site.headers;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.Build;
import vivarium.site.HashedPath;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

/**
 * Adds to a site the file that tells its host what headers to send. What pages may do is in their
 * own {@code meta} element; so here is only what that cannot say.
 *
 * <p>{@code frame-ancestors} is not set, since course systems show pages in frames, and no {@code
 * Permissions-Policy}, since an author's page may use the camera.
 */
public final class HostHeaders {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  /** Keep it, and ask each time whether it is still right. */
  private static final String ASK = "no-cache";

  private static final String NOTE =
      """
      # Written by "vivarium build --headers %s", and written anew by the next build.
      # docs/security.md says what each header is good for, and why no frame-ancestors is set.
      """;

  private final WebHost host;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private HostHeaders(WebHost host, boolean isolated) {
    this.host = host;
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    if (isolated) {
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
      headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    }
  }

  /**
   * The site with the file of a host. The same site always gives the same file.
   *
   * @param isolated whether pages are kept apart from all others, so that they may share memory
   *     with their workers
   * @return an error when the site has a file of that name
   */
  public static Build in(Site site, WebHost host, boolean isolated) {
    Optional<SitePath> taken =
        site.files().keySet().stream()
            .filter(path -> path.path().equalsIgnoreCase(host.file().path()))
            .findFirst();
    if (taken.isPresent()) {
      return new Build(Optional.empty(), List.of(taken(taken.get(), host)));
    }
    byte[] text = new HostHeaders(host, isolated).text(site).getBytes(StandardCharsets.UTF_8);
    TreeMap<SitePath, SiteFile> files = new TreeMap<>(site.files());
    files.put(host.file(), text::clone);
    return new Build(Optional.of(new Site(files)), List.of());
  }

  private String text(Site site) {
    String rules =
        switch (host) {
          case NETLIFY, CLOUDFLARE -> byPath(site);
          case APACHE -> apache();
          case NGINX -> nginx();
        };
    return NOTE.formatted(host) + rules;
  }

  /**
   * Several rules for one file would be joined there, so nothing is said of how long pages are
   * kept: those hosts have browsers ask each time as it is.
   */
  private String byPath(Site site) {
    String hashed =
        site.files().keySet().stream()
            .map(SitePath::path)
            .filter(HashedPath::is)
            .map(HostHeaders::common)
            .distinct()
            .map(path -> "/" + path + "\n  Cache-Control: " + FOR_GOOD + "\n")
            .collect(Collectors.joining());
    return "/*\n" + lines("  ", ": ", "") + hashed;
  }

  /** One rule for all files of a folder; some hosts read no more than a hundred rules. */
  private static String common(String path) {
    int second = path.indexOf('/', path.indexOf('/') + 1);
    return second < 0 ? path : path.substring(0, second + 1) + "*";
  }

  private String apache() {
    return """
        <IfModule mod_headers.c>
        %s  <IfModule mod_setenvif.c>
            SetEnvIf Request_URI "/%s$" VIVARIUM_HASHED
            Header set Cache-Control "%s" env=VIVARIUM_HASHED
            Header set Cache-Control "%s" env=!VIVARIUM_HASHED
          </IfModule>
        </IfModule>
        <IfModule mod_mime.c>
          AddType application/wasm .wasm
          AddType text/javascript .js .mjs
        </IfModule>
        """
        .formatted(lines("  Header set ", " \"", "\""), HashedPath.REGEX, FOR_GOOD, ASK);
  }

  private String nginx() {
    return """
        # It belongs into a "server" block: include /the/folder/of/the/site/%s;
        # A "location" with an "add_header" of its own does not get these, unless it includes it too.
        %sset $vivarium_cache "%s";
        if ($uri ~ "/%s$") { set $vivarium_cache "%s"; }
        add_header Cache-Control $vivarium_cache;
        location ~ \\.mjs$ { types {} default_type text/javascript; }
        location ~ \\.wasm$ { types {} default_type application/wasm; }
        """
        .formatted(
            host.file(),
            lines("add_header ", " \"", "\" always;"),
            ASK,
            HashedPath.REGEX,
            FOR_GOOD);
  }

  private String lines(String before, String between, String after) {
    return headers.entrySet().stream()
        .map(header -> before + header.getKey() + between + header.getValue() + after + "\n")
        .collect(Collectors.joining());
  }

  private static Diagnostic taken(SitePath path, WebHost host) {
    return Diagnostic.error(
        "same-output",
        Location.file(path.path()),
        "\"" + path + "\" cannot stand in a site beside the file of --headers " + host + ".",
        "Rename the file, or build without --headers and keep your own.");
  }
}
