package vivarium.site.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.render.PercentEncoding;

/**
 * What a browser reads to install a site as an app, in the form of the <a
 * href="https://www.w3.org/TR/appmanifest/">Web Application Manifest</a>. There is no {@code id}:
 * browsers resolve it against the host, and a site does not know its folder there. Without one the
 * app is known by where it starts.
 */
final class AppManifest {
  static final SitePath PATH = new SitePath("vivarium/app.webmanifest");

  private static final String NAMELESS = "Vivarium";

  private AppManifest() {}

  /**
   * The file.
   *
   * @param start the page that the app begins with
   * @param icons the files that may be pictures of it
   * @param colour of the window and of what is seen before the page
   */
  static byte[] json(OfflinePage start, SortedMap<SitePath, SiteFile> icons, String colour) {
    String title = start.title();
    JsonObject manifest = JsonObject.empty().with("name", title.isEmpty() ? NAMELESS : title);
    manifest = with(manifest, "description", start.description());
    manifest = with(manifest, "lang", Optional.of(start.language()).filter(tag -> !tag.isEmpty()));
    String text =
        manifest
            .with("start_url", "../" + PercentEncoding.path(start.path().path()))
            .with("scope", "../")
            .with("display", "standalone")
            // A way back from a page to the one before it; some browsers have none of these.
            .with("display_override", new Json.Arr(List.of(new Json.Str("minimal-ui"))))
            .with("background_color", colour)
            .with("theme_color", colour)
            .with("icons", icons(icons))
            .build()
            .text();
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject with(JsonObject manifest, String key, Optional<String> value) {
    return value.map(text -> manifest.with(key, text)).orElse(manifest);
  }

  /** Chromium asks for pictures of 192 and 512 pixels; home screens cut the second one. */
  private static Json icons(SortedMap<SitePath, SiteFile> files) {
    List<Json> icons = new ArrayList<>();
    for (SitePath file : files.keySet()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (name.startsWith("icon-") && name.endsWith(".png")) {
        String size = name.substring("icon-".length(), name.length() - ".png".length());
        String url = file.path().substring("vivarium/".length());
        icons.add(icon(url, size + "x" + size, "any"));
        icons.add(icon(url, size + "x" + size, "maskable"));
      }
    }
    return new Json.Arr(icons);
  }

  private static Json icon(String url, String sizes, String purpose) {
    return JsonObject.empty()
        .with("src", url)
        .with("sizes", sizes)
        .with("type", "image/png")
        .with("purpose", purpose)
        .build();
  }
}
