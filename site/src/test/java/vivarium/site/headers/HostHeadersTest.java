package vivarium.site.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.Build;
import vivarium.site.HashedPath;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

class HostHeadersTest {
  private static final Site SITE =
      site(
          "index.html",
          "vivarium/core-0123456789ab/page.js",
          "vivarium/core-0123456789ab/theme.css",
          "vivarium/data/0123456789abcdef.csv",
          "vivarium/data/1123456789abcdef.bin",
          "vivarium/python-0123456789ab.image.br",
          "vivarium/app.webmanifest",
          "photos/core-0123456789ab/me.jpg");

  @Test
  void each_folder_that_is_kept_for_good_has_one_rule() throws IOException {
    assertThat(text(WebHost.NETLIFY, false))
        .endsWith(
            """
            /*
              X-Content-Type-Options: nosniff
              Referrer-Policy: strict-origin-when-cross-origin
            /vivarium/core-0123456789ab/*
              Cache-Control: public, max-age=31536000, immutable
            /vivarium/data/*
              Cache-Control: public, max-age=31536000, immutable
            /vivarium/python-0123456789ab.image.br
              Cache-Control: public, max-age=31536000, immutable
            """);
  }

  @Test
  void cloudflare_reads_what_netlify_reads() throws IOException {
    assertThat(text(WebHost.CLOUDFLARE, true))
        .isEqualTo(text(WebHost.NETLIFY, true).replace("netlify", "cloudflare"));
  }

  @Test
  void isolation_is_there_when_it_is_asked_for_and_frames_are_nowhere_forbidden()
      throws IOException {
    for (WebHost host : WebHost.values()) {
      assertThat(text(host, true)).contains("Embedder-Policy").contains("require-corp");
      assertThat(text(host, false)).doesNotContain("Cross-Origin");
      assertThat(text(host, true)).doesNotContain("X-Frame-Options", "frame-ancestors '");
    }
  }

  @Test
  void a_file_of_that_name_in_the_site_is_an_error() {
    Build build = HostHeaders.in(site("_Headers"), WebHost.NETLIFY, false);
    assertThat(build.site()).isEmpty();
    assertThat(build.diagnostics()).extracting(Diagnostic::code).containsExactly("same-output");
  }

  @Test
  void paths_with_a_hash_are_vivariums_own_alone() {
    assertThat(
            Stream.of(
                "vivarium/pyodide-0.27.7-0123456789ab/pyodide.mjs",
                "vivarium/wheels/0123456789ab/a-1-py3-none-any.whl",
                "vivarium/notebooks/0123456789abcdef.ipynb",
                "vivarium/offline-0123456789ab.json"))
        .allMatch(HashedPath::is);
    assertThat(
            Stream.of(
                "index.html",
                "offline-worker.js",
                "vivarium/site.json",
                "vivarium/app.webmanifest",
                "vivarium/core-0123456789ab",
                "vivarium/data/mine.csv",
                "my/vivarium/core-0123456789ab/x.js"))
        .noneMatch(HashedPath::is);
  }

  private static String text(WebHost host, boolean isolated) throws IOException {
    Site site = HostHeaders.in(SITE, host, isolated).site().orElseThrow();
    SiteFile file = Objects.requireNonNull(site.files().get(host.file()));
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  private static Site site(String... paths) {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(new SitePath(path), () -> new byte[0]);
    }
    return new Site(files);
  }
}
