package vivarium.site.pack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

/** What Python is continued from: the engine, a memory image, and its library. */
final class EngineFiles {
  private static final String BROTLI = ".br";

  private final SortedMap<SitePath, SiteFile> site;
  private final SortedMap<SitePath, SiteFile> packed;
  private final boolean asScripts;

  /**
   * @param packed what packed pages have in another form
   * @param asScripts whether only a worker loads the engine, and not as modules
   */
  EngineFiles(
      SortedMap<SitePath, SiteFile> site, SortedMap<SitePath, SiteFile> packed, boolean asScripts) {
    this.site = site;
    this.packed = packed;
    this.asScripts = asScripts;
  }

  /**
   * Adds the files.
   *
   * @param engine the folder of the engine in the site, with a final slash
   * @param image the path of the image
   * @param small given those that are compressed together
   * @param large given those that are compressed already
   * @throws IOException when a file cannot be read any more
   */
  void add(String engine, String image, Map<String, byte[]> small, Map<String, byte[]> large)
      throws IOException {
    for (String name : List.of("pyodide.mjs", "python.mjs")) {
      small.put(engine + name, bytes(engine + name));
    }
    large.put(engine + "python.wasm.br", bytes(engine + "python.wasm.br"));
    large.put(image, bytes(image));
    // vivarium/pyodide-0.27.7-0123456789ab/ holds what the group pyodide-0.27.7 has.
    String group = engine.replaceFirst(".*/(pyodide[^/]*)-[0-9a-f]{12}/$", "$1");
    for (SitePath path : packed.keySet()) {
      if (path.path().startsWith(group + "/")) {
        String name = engine + path.path().substring(group.length() + 1);
        if (name.endsWith(BROTLI)) {
          large.put(name, packed.get(path).bytes());
        } else if (asScripts) {
          small.put(name, packed.get(path).bytes());
        }
      }
    }
  }

  private byte[] bytes(String path) throws IOException {
    SiteFile file = site.get(new SitePath(path));
    if (file == null) {
      throw new IllegalStateException("not in the site: " + path);
    }
    return file.bytes();
  }
}
