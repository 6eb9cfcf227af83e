package vivarium.site.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.Assets;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.write.Sha256;

class OfflineAppTest {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="de">
      <head>
      <title>Schleifen &amp; mehr</title>
      <meta name="generator" content="Vivarium 0.1.0">
      <meta name="description" content="Zählen">
      %s</head>
      <body></body>
      </html>
      """;

  private final TreeMap<SitePath, SiteFile> files = new TreeMap<>();

  OfflineAppTest() {
    put("index.html", PAGE.formatted(""));
  }

  @Test
  void the_list_has_each_file_with_its_hash_and_size() throws IOException {
    put("bilder/für alle.svg", "<svg/>");
    List<Json> entry = entry(build(), "bilder/für alle.svg");
    assertThat(entry.get(1)).isEqualTo(new Json.Str(Sha256.of(bytes("<svg/>"))));
    assertThat(entry.get(2)).isEqualTo(new Json.Num("6"));
  }

  @Test
  void what_no_page_asks_for_is_not_kept() throws IOException {
    for (String path :
        List.of(
            "vivarium/core-0/page.js",
            "vivarium/core-0/page.js.br",
            "vivarium/core-0/page.js.gz",
            "vivarium/core-0/page.js.map",
            "vivarium/core-0/licences.txt",
            "vivarium/core-0/vivarium.d.ts",
            "vivarium/python-0.image.br",
            "data.csv.gz")) {
      put(path, path);
    }
    assertThat(kept(build()))
        .contains("vivarium/core-0/page.js", "vivarium/python-0.image.br", "data.csv.gz")
        .contains("index.html", "vivarium/app.webmanifest")
        .anyMatch(path -> path.endsWith("/offline.js"))
        .noneMatch(path -> path.matches(".*\\.(map|ts)|.*/page\\.js\\..*|.*licences.*"))
        .doesNotContain("offline-worker.js");
  }

  @Test
  void the_worker_names_the_list_by_its_hash() throws IOException {
    Site site = build();
    String list = list(site);
    assertThat(text(site, "offline-worker.js"))
        .startsWith("self.vivariumOffline={\"list\":\"" + list + "\"")
        .contains("\"hash\":\"" + Sha256.of(bytes(text(site, list))) + "\"")
        .endsWith("keep();\n");
    assertThat(site.files().keySet())
        .extracting(SitePath::path)
        .noneMatch(path -> path.contains("/worker.js"));
  }

  @Test
  void the_same_site_gives_the_same_files_and_another_one_another_worker() throws IOException {
    Site first = build();
    Site second = build();
    for (SitePath path : first.files().keySet()) {
      assertThat(text(second, path.path())).as(path.path()).isEqualTo(text(first, path.path()));
    }
    put("index.html", PAGE.formatted("<!-- new -->"));
    assertThat(text(build(), "offline-worker.js")).isNotEqualTo(text(first, "offline-worker.js"));
  }

  @Test
  void pages_load_the_script_that_speaks_their_language() throws IOException {
    put("teil/eins.html", PAGE.formatted(""));
    put("vorlage.html", "<!doctype html><head></head><p>an author's own");
    Site site = build();
    assertThat(text(site, "teil/eins.html"))
        .containsPattern(
            "(?s)<script defer(=\"\")? src=\"\\.\\./vivarium/offline-[0-9a-f]{12}/offline\\.js\""
                + " data-new-version=\"Eine neue Fassung ist da\\.\" data-reload=\"Neu laden\""
                + " data-close=\"Schließen\"></script>\n</head>");
    assertThat(text(site, "vorlage.html")).doesNotContain("offline.js");
  }

  @Test
  void authors_words_are_said_and_their_colours_stay() throws IOException {
    put(
        "index.html",
        PAGE.formatted(
            "<meta name=\"theme-color\" content=\"red\">\n"
                + "<script type=\"application/json\" data-viv-strings>"
                + "{\"reload\":\"Los \\u003c \\\"jetzt\\\"\"}</script>\n"));
    assertThat(text(build(), "index.html"))
        .contains("data-reload=\"Los &lt; &quot;jetzt&quot;\"")
        .doesNotContain("prefers-color-scheme");
  }

  @Test
  void a_page_of_html_with_python_gets_the_script_as_well() throws IOException {
    put(
        "index.html",
        "<p>No head.</p><script type=\"application/json\" id=\"vivarium-pyscript\">{}</script>");
    assertThat(text(build(), "index.html"))
        .containsPattern("offline\\.js\"[^>]*></script>\n<script type=\"application/json\"");
  }

  @Test
  void the_manifest_is_that_of_the_first_page() throws IOException {
    JsonObject manifest = JsonObject.of(Json.parse(text(build(), "vivarium/app.webmanifest")));
    assertThat(manifest.string("name")).isEqualTo("Schleifen & mehr");
    assertThat(manifest.string("lang")).isEqualTo("de");
    assertThat(manifest.string("description")).isEqualTo("Zählen");
    assertThat(manifest.string("start_url")).isEqualTo("../index.html");
    assertThat(manifest.string("scope")).isEqualTo("../");
    assertThat(manifest.has("id")).isFalse();
    assertThat(manifest.array("icons"))
        .extracting(icon -> JsonObject.of(icon).string("sizes"))
        .containsExactly("192x192", "192x192", "512x512", "512x512");
  }

  @Test
  void a_file_that_is_too_large_to_be_kept_is_told() throws IOException {
    files.put(new SitePath("film.mp4"), () -> new byte[(int) KeptFiles.MOST_IN_FILE + 1]);
    OfflineSite built = app().in(new Site(files));
    assertThat(built.diagnostics())
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .contains("film.mp4", "50.0 MB", "with a network only");
    assertThat(kept(built.site().orElseThrow())).doesNotContain("film.mp4");
    files.put(new SitePath("film.mp4"), () -> new byte[(int) KeptFiles.MOST_IN_FILE]);
    assertThat(app().in(new Site(files)).diagnostics()).isEmpty();
  }

  @Test
  void a_site_that_is_large_is_told_with_the_largest_file() throws IOException {
    byte[] part = new byte[(int) KeptFiles.MOST_IN_FILE - 1];
    for (int i = 0; i < 4; i++) {
      files.put(new SitePath("part" + i + ".bin"), () -> part);
    }
    files.put(new SitePath("part4.bin"), () -> new byte[5]);
    OfflineSite almost = app().in(new Site(files));
    assertThat(almost.bytes()).isGreaterThan(KeptFiles.MANY_BYTES);
    assertThat(almost.files()).isEqualTo(kept(almost.site().orElseThrow()).size());
    assertThat(almost.diagnostics())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("offline-large");
              assertThat(warning.where().path()).isEqualTo("part0.bin");
              assertThat(warning.message()).contains("200.0 MB");
            });
    files.remove(new SitePath("part3.bin"));
    assertThat(app().in(new Site(files)).diagnostics()).isEmpty();
  }

  @Test
  void a_file_in_the_place_of_the_worker_is_an_error() throws IOException {
    put("Offline-Worker.js", "");
    OfflineSite built = app().in(new Site(files));
    assertThat(built.site()).isEqualTo(Optional.empty());
    assertThat(built.diagnostics())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo("same-output");
              assertThat(error.where().path()).isEqualTo("Offline-Worker.js");
            });
  }

  @Test
  void a_file_that_changes_while_the_site_is_built_is_not_written() throws IOException {
    List<String> contents = new ArrayList<>(List.of("one", "two"));
    files.put(new SitePath("data.csv"), () -> bytes(contents.remove(0)));
    SiteFile file = build().files().get(new SitePath("data.csv"));
    assertThatThrownBy(() -> bytesOf(file))
        .isInstanceOf(IOException.class)
        .hasMessage("data.csv has changed while the site was built");
  }

  private Site build() throws IOException {
    return app().in(new Site(files)).site().orElseThrow();
  }

  private static OfflineApp app() {
    return new OfflineApp(Assets.load(OfflineAppTest.class.getClassLoader()));
  }

  private void put(String path, String text) {
    files.put(new SitePath(path), () -> bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytesOf(@Nullable SiteFile file) throws IOException {
    return Objects.requireNonNull(file).bytes();
  }

  private static String text(Site site, String path) throws IOException {
    return new String(bytesOf(site.files().get(new SitePath(path))), StandardCharsets.UTF_8);
  }

  private static String list(Site site) {
    return site.files().keySet().stream()
        .map(SitePath::path)
        .filter(path -> path.matches("vivarium/offline-[0-9a-f]{12}\\.json"))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<Json>> entries(Site site) throws IOException {
    return JsonObject.of(Json.parse(text(site, list(site)))).array("files").stream()
        .map(entry -> ((Json.Arr) entry).items())
        .toList();
  }

  private static List<String> kept(Site site) throws IOException {
    return entries(site).stream().map(entry -> ((Json.Str) entry.get(0)).value()).toList();
  }

  private static List<Json> entry(Site site, String path) throws IOException {
    return entries(site).stream()
        .filter(entry -> entry.get(0).equals(new Json.Str(path)))
        .findFirst()
        .orElseThrow();
  }
}
