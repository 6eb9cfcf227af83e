package vivarium.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.engine.python.PythonRelease;
import vivarium.site.needs.EngineList;
import vivarium.site.write.Sha256;

/**
 * The files that every site needs from Vivarium itself: styles, fonts, the browser code and the
 * Python engine. They come in groups, and the folder of a group carries a hash of its content, so
 * that files of two releases never mix in a browser's cache.
 */
public final class Assets {
  /** The group of styles, fonts and browser code; every site has it. */
  static final String CORE = "core";

  /** The group of what mathematics and Markdown need: styles, fonts and the code that sets them. */
  static final String KATEX = "katex";

  /** The group of what pages of HTML with Python need. */
  static final String PYSCRIPT = "pyscript";

  /** The group of what packed pages have in another form than sites. */
  private static final String PACKED = "packed";

  /** The group of MicroPython. */
  static final String MICROPYTHON = "micropython";

  /** The group of what sites have that can be read offline. */
  private static final String OFFLINE = "offline";

  /** The script of that group which stands in the root of a site, and says which version it is. */
  private static final String OFFLINE_WORKER = "worker.js";

  private static final String FOLDER = "vivarium/assets/";

  /** How much of a hash stands in a folder's name: enough that no two releases share it. */
  private static final int HASH_DIGITS = 12;

  private final ClassLoader loader;
  private final Map<String, List<String>> linesByGroup;

  private Assets(ClassLoader loader, Map<String, List<String>> linesByGroup) {
    this.loader = loader;
    this.linesByGroup = linesByGroup;
  }

  /**
   * The assets on the class path of {@code loader}, listed in {@code vivarium/assets/index.txt}.
   *
   * @throws IllegalStateException when there is no list, or it is not one: the program was packed
   *     wrongly
   */
  public static Assets load(ClassLoader loader) {
    Map<String, List<String>> linesByGroup = new TreeMap<>();
    String index = new String(read(loader, "index.txt"), StandardCharsets.UTF_8);
    for (String line : index.lines().toList()) {
      int space = line.indexOf(' ');
      int slash = line.indexOf('/');
      if (space != 64 || slash < space) {
        throw new IllegalStateException("not a line of an index of assets: " + line);
      }
      linesByGroup
          .computeIfAbsent(line.substring(space + 1, slash), group -> new ArrayList<>())
          .add(line);
    }
    return new Assets(loader, linesByGroup);
  }

  /** The folder of a group in a site, without a final slash: {@code vivarium/core-0123456789ab}. */
  String folder(String group) {
    String hash = Sha256.of(String.join("\n", lines(group)).getBytes(StandardCharsets.UTF_8));
    return "vivarium/" + group + "-" + hash.substring(0, HASH_DIGITS);
  }

  /** The files of a group, by their paths in a site. */
  SortedMap<SitePath, SiteFile> files(String group) {
    SortedMap<SitePath, SiteFile> files = new TreeMap<>();
    for (String line : lines(group)) {
      String path = line.substring(line.indexOf('/') + 1);
      files.put(new SitePath(folder(group) + "/" + path), () -> read(loader, group + "/" + path));
    }
    return files;
  }

  /**
   * What packed pages have in another form than sites, by the path in its group, such as {@code
   * pyodide/library-9.zip.br}; no site has these files.
   */
  public SortedMap<SitePath, SiteFile> packed() {
    SortedMap<SitePath, SiteFile> files = new TreeMap<>();
    for (String line : lines(PACKED)) {
      String path = line.substring(line.indexOf('/') + 1);
      files.put(new SitePath(path), () -> read(loader, PACKED + "/" + path));
    }
    return files;
  }

  /** What sites have that can be read offline, by their paths in a site, but for the worker. */
  public SortedMap<SitePath, SiteFile> offline() {
    SortedMap<SitePath, SiteFile> files = files(OFFLINE);
    String worker = folder(OFFLINE) + "/" + OFFLINE_WORKER;
    files.keySet().removeIf(path -> path.path().startsWith(worker)); // With its compressed forms.
    return files;
  }

  /** The script of the service worker that keeps a site. */
  public byte[] offlineWorker() {
    return read(loader, OFFLINE + "/" + OFFLINE_WORKER);
  }

  /**
   * What browsers compare scripts with that pages name, by their names: <a
   * href="https://www.w3.org/TR/SRI/">subresource integrity</a>.
   */
  Map<String, String> scriptIntegrity() {
    Map<String, String> integrity = new TreeMap<>();
    for (String line : lines(CORE)) {
      String name = line.substring(line.indexOf('/') + 1);
      if (name.endsWith(".js")) {
        byte[] hash = HexFormat.of().parseHex(line.substring(0, line.indexOf(' ')));
        integrity.put(name, "sha256-" + Base64.getEncoder().encodeToString(hash));
      }
    }
    return integrity;
  }

  /**
   * Where the Python package that comes with every site stands.
   *
   * @throws IllegalStateException when there is none: the program was packed wrongly
   */
  SitePath wheel() {
    return files(CORE).keySet().stream()
        .filter(path -> path.path().endsWith(".whl"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no wheel among the assets"));
  }

  /** An engine's list of packages; empty when the engine is not there. */
  Optional<EngineList> engine(PythonRelease release) {
    return EngineList.on(loader, release);
  }

  private List<String> lines(String group) {
    return linesByGroup.getOrDefault(group, List.of());
  }

  private static byte[] read(ClassLoader loader, String path) {
    try (InputStream in = loader.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
