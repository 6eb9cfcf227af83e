package vivarium.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

/** Small sites to serve. */
final class Sites {
  static final String HASHED = "vivarium/core-0123456789ab/theme.css";

  static final Diagnostic PROBLEM =
      Diagnostic.error(
          "no-such-file",
          new Location("a/loops.md", 3, 1),
          "The image <x.svg> is missing.",
          "Put it beside the document.");

  private Sites() {}

  /** A site of pages with this text, and an asset. */
  static Build good(String text, String... paths) {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(new SitePath(path), () -> page(text).getBytes(StandardCharsets.UTF_8));
    }
    files.put(new SitePath(HASHED), () -> "p { color: red }".getBytes(StandardCharsets.UTF_8));
    return new Build(Optional.of(new Site(files)), List.of());
  }

  static Build bad() {
    return new Build(Optional.empty(), List.of(PROBLEM));
  }

  static String page(String text) {
    return "<!doctype html>\n<html lang=\"en\">\n<head data-x>\n<title>é</title></head><body>"
        + text
        + "</body></html>";
  }
}
