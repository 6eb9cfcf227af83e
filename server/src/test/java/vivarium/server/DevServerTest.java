package vivarium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

@Timeout(20)
class DevServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private DevServer server;

  DevServerTest() throws IOException {
    server = DevServer.start(0, Clock.systemUTC());
  }

  @BeforeEach
  void a_site_is_shown() {
    server.show(Sites.good("one", "index.html", "a/index.html", "a/b c.html"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_root_and_folders_show_their_index() throws Exception {
    assertThat(get("").statusCode()).isEqualTo(200);
    assertThat(get("").body()).contains("one");
    assertThat(get("a/").body()).contains("one");
    assertThat(get("a/b%20c.html").body()).contains("one");
  }

  @Test
  void the_worker_of_a_site_that_was_kept_is_told_to_leave() throws Exception {
    HttpResponse<String> leaving = get("offline-worker.js");
    assertThat(leaving.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(leaving.body()).contains("registration.unregister()");
    server.show(Sites.good("the author's own", "offline-worker.js"));
    assertThat(get("offline-worker.js").body()).contains("the author's own");
  }

  @Test
  void a_folder_without_its_slash_is_redirected_so_that_relative_links_hold() throws Exception {
    HttpResponse<String> response = get("a");
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).contains("/a/");
  }

  @Test
  void a_page_learns_directly_after_its_head_tag_where_changes_are_told() throws Exception {
    assertThat(get("").body())
        .contains("<head data-x><meta name=\"viv-live-reload\" content=\"/-/events?build=")
        .contains("<title>é</title>");
  }

  @Test
  void a_page_is_asked_for_again_and_answered_with_304_while_it_is_the_same() throws Exception {
    HttpResponse<String> first = get("");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(first.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(send(request("").header("If-None-Match", "\"x\", W/" + etag)).statusCode())
        .isEqualTo(304);
    server.show(Sites.good("two", "index.html"));
    HttpResponse<String> second = send(request("").header("If-None-Match", etag));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).contains("two");
  }

  @Test
  void what_has_a_hash_in_its_path_is_kept_for_good() throws Exception {
    HttpResponse<String> css = get(Sites.HASHED);
    assertThat(css.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(css.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
    assertThat(css.body()).isEqualTo("p { color: red }");
  }

  @Test
  void head_gives_the_headers_alone() throws Exception {
    HttpResponse<String> head = send(request("").method("HEAD", noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0))
        .isEqualTo(get("").body().getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void a_path_the_site_does_not_have_is_answered_with_the_documents_it_has() throws Exception {
    HttpResponse<String> response = get("no/%3Cb%3E.html");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .contains("/no/&lt;b&gt;.html")
        .contains("<a href=\"/a/b%20c.html\">a/b c.html</a>")
        .doesNotContain("theme.css")
        .doesNotContain("<b>");
  }

  @Test
  void an_empty_file_is_sent_as_one() throws Exception {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    files.put(new SitePath("empty.csv"), () -> new byte[0]);
    server.show(new Build(Optional.of(new Site(files)), List.of()));
    assertThat(get("empty.csv").statusCode()).isEqualTo(200);
    assertThat(get("empty.csv").body()).isEmpty();
  }

  @Test
  void a_source_that_was_removed_since_the_build_is_named() throws Exception {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    files.put(
        new SitePath("a.png"),
        () -> {
          throw new IOException("no such file");
        });
    server.show(new Build(Optional.of(new Site(files)), List.of()));
    assertThat(get("a.png").statusCode()).isEqualTo(500);
    assertThat(get("a.png").body()).contains("a.png cannot be read any more");
  }

  @Test
  void a_failed_build_leaves_the_good_site_up() throws Exception {
    server.show(Sites.bad());
    assertThat(get("").body()).contains("one");
  }

  @Test
  void while_no_build_was_good_every_path_tells_what_is_wrong() throws Exception {
    try (DevServer fresh = DevServer.start(0, Clock.systemUTC())) {
      assertThat(get(fresh, "").statusCode()).isEqualTo(503);
      fresh.show(Sites.bad());
      HttpResponse<String> response = get(fresh, "any/where.html");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .contains("a/loops.md:3:1")
          .contains("The image &lt;x.svg&gt; is missing.")
          .contains("Put it beside the document.")
          .contains("viv-live-reload")
          .contains("new EventSource");
    }
  }

  @Test
  void a_taken_port_is_passed_over() throws Exception {
    try (DevServer next = DevServer.start(server.address().getPort(), Clock.systemUTC())) {
      assertThat(next.address().getPort()).isNotEqualTo(server.address().getPort());
      assertThat(get(next, "").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void closing_frees_the_port() throws Exception {
    int port = server.address().getPort();
    server.close();
    try (ServerSocket socket = new ServerSocket(port)) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve("/" + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> get(DevServer other, String path) throws Exception {
    URI uri = other.address().resolve("/" + path);
    return send(HttpRequest.newBuilder(uri));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
