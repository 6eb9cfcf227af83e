package vivarium.site.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.JsonObject;
import vivarium.site.Assets;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.write.Sha256;

/**
 * Lets readers keep a site: adds a service worker that keeps it as a whole, the list of what it
 * keeps, a manifest, and a script in each page. The same site gives the same files.
 */
public final class OfflineApp {
  /** The service worker. It stands in the root of the site, which is the scope that it has. */
  static final SitePath WORKER = new SitePath("offline-worker.js");

  private static final SitePath INDEX = new SitePath("index.html");
  private static final int LIST_DIGITS = 12;
  private static final int VERSION_DIGITS = 16;

  private final Assets assets;

  public OfflineApp(Assets assets) {
    this.assets = assets;
  }

  /**
   * Adds what readers need to keep a site.
   *
   * @throws IOException when a file of the site cannot be read any more
   */
  public OfflineSite in(Site site) throws IOException {
    Optional<SitePath> taken =
        site.files().keySet().stream()
            .filter(path -> path.path().equalsIgnoreCase(WORKER.path()))
            .findFirst();
    if (taken.isPresent()) {
      return new OfflineSite(Optional.empty(), 0, 0, List.of(taken(taken.get())));
    }
    KeptFiles kept = new KeptFiles(withPages(site.files()));
    SortedMap<SitePath, SiteFile> files = new TreeMap<>(kept.site());
    byte[] list = kept.json();
    String hash = Sha256.of(list);
    SitePath path = new SitePath("vivarium/offline-" + hash.substring(0, LIST_DIGITS) + ".json");
    files.put(path, list::clone);
    files.put(WORKER, worker(path, hash)::clone);
    return new OfflineSite(
        Optional.of(new Site(files)), kept.count(), kept.bytes(), kept.diagnostics());
  }

  /** The files with a manifest, and with pages that know of the worker. */
  private SortedMap<SitePath, SiteFile> withPages(SortedMap<SitePath, SiteFile> site)
      throws IOException {
    SortedMap<SitePath, SiteFile> own = assets.offline();
    String script = path(own, "/offline.js");
    String icon = path(own, "/icon-192.png");
    SortedMap<SitePath, SiteFile> files = new TreeMap<>(site);
    List<OfflinePage> pages = new ArrayList<>();
    for (Map.Entry<SitePath, SiteFile> file : site.entrySet()) {
      if (file.getKey().path().endsWith(".html")) {
        Optional<OfflinePage> page = OfflinePage.of(file.getKey(), file.getValue().bytes());
        page.ifPresent(pages::add);
        page.ifPresent(it -> files.put(it.path(), it.html(script, icon)::clone));
      }
    }
    files.putAll(own);
    pages.stream()
        .filter(page -> page.path().equals(INDEX))
        .findFirst()
        .or(() -> pages.stream().findFirst())
        .ifPresent(
            start ->
                files.put(
                    AppManifest.PATH, AppManifest.json(start, own, OfflinePage.PAPER)::clone));
    return files;
  }

  /** The worker says which version it is, by which browsers see that there is a new one. */
  private byte[] worker(SitePath list, String hash) {
    String script = new String(assets.offlineWorker(), StandardCharsets.UTF_8);
    String version = Sha256.of((hash + script).getBytes(StandardCharsets.UTF_8));
    String json =
        JsonObject.empty()
            .with("list", list.path())
            .with("hash", hash)
            .with("version", version.substring(0, VERSION_DIGITS))
            .build()
            .text();
    return ("self.vivariumOffline=" + json + ";\n" + script).getBytes(StandardCharsets.UTF_8);
  }

  private static String path(SortedMap<SitePath, SiteFile> files, String ending) {
    return files.keySet().stream()
        .map(SitePath::path)
        .filter(path -> path.endsWith(ending))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + ending + " among the assets"));
  }

  private static Diagnostic taken(SitePath path) {
    return Diagnostic.error(
        "same-output",
        Location.file(path.path()),
        "\""
            + path
            + "\" cannot stand in a site beside \""
            + WORKER
            + "\", the service worker of"
            + " --offline-app.",
        "Rename the file, or build without --offline-app.");
  }
}
