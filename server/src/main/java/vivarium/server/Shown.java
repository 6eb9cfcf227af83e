package vivarium.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.HashedPath;
import vivarium.site.Site;
import vivarium.site.SiteFile;

/**
 * What is shown at a moment. A newer one replaces it as a whole, so that a browser never gets parts
 * of two builds for one request.
 */
final class Shown {
  private final Entrance entrance;
  private final String build;
  private final Optional<Map<String, SiteFile>> files;
  private final Optional<List<Diagnostic>> diagnostics;
  private final Map<String, Body> bodies = new ConcurrentHashMap<>();

  private Shown(
      Entrance entrance,
      String build,
      Optional<Map<String, SiteFile>> files,
      Optional<List<Diagnostic>> diagnostics) {
    this.entrance = entrance;
    this.build = build;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /** Before the first build is done. */
  static Shown nothing(Entrance entrance, String build) {
    return new Shown(entrance, build, Optional.empty(), Optional.empty());
  }

  /** After a build that failed: the site of the last good one stays, if there was one. */
  Shown failed(String newBuild, List<Diagnostic> problems) {
    Shown next =
        new Shown(
            entrance, hasSite() ? build : newBuild, files, Optional.of(List.copyOf(problems)));
    next.bodies.putAll(bodies);
    return next;
  }

  /** After a good build. What has a hash in its name is not read again. */
  Shown built(String newBuild, Site site, List<Diagnostic> problems) {
    Map<String, SiteFile> byPath = new TreeMap<>();
    site.files().forEach((path, file) -> byPath.put(path.path(), file));
    Shown next =
        new Shown(entrance, newBuild, Optional.of(byPath), Optional.of(List.copyOf(problems)));
    bodies.forEach(
        (path, body) -> {
          if (HashedPath.is(path)) {
            next.bodies.put(path, body);
          }
        });
    return next;
  }

  /** Names what the pages are made from; changes when they do. */
  String build() {
    return build;
  }

  Entrance entrance() {
    return entrance;
  }

  boolean hasSite() {
    return files.isPresent();
  }

  /** What the last build found; empty while there was none. */
  Optional<List<Diagnostic>> diagnostics() {
    return diagnostics;
  }

  /** The paths of all files, in order. */
  List<String> paths() {
    return List.copyOf(files.orElse(Map.of()).keySet());
  }

  boolean has(String path) {
    return files.orElse(Map.of()).containsKey(path);
  }

  /**
   * What to send for a path; empty when there is no such file.
   *
   * @throws IOException when the file cannot be read
   */
  Optional<Body> body(String path) throws IOException {
    SiteFile file = files.orElse(Map.of()).get(path);
    if (file == null) {
      return Optional.empty();
    }
    Body known = bodies.get(path);
    if (known == null) {
      String type = ContentType.of(path);
      byte[] bytes = file.bytes();
      known =
          new Body(
              type,
              type.equals(ContentType.HTML)
                  ? PageMark.into(bytes, entrance.mark(build), entrance.script())
                  : bytes);
      bodies.put(path, known);
    }
    return Optional.of(known);
  }
}
