package vivarium.packages.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.supply.TestServer;

@Timeout(60)
class WebTest {
  private static final long MOST = 100_000;

  private final Web web = new Web(Duration.ofSeconds(1), Duration.ofMillis(1));
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_is_there_is_loaded_with_its_media_type() throws Exception {
    server.on("/a", "Text/HTML; charset=utf-8", "hello");
    Web.Answer answer = load("/a").orElseThrow();
    assertThat(new String(answer.content(), StandardCharsets.UTF_8)).isEqualTo("hello");
    assertThat(answer.type()).isEqualTo("text/html");
  }

  @Test
  void what_is_not_there_is_no_error() throws Exception {
    assertThat(load("/none")).isEmpty();
  }

  @Test
  void redirects_are_followed_and_the_last_address_is_told() throws Exception {
    server.redirects("/a", 301, "/b").redirects("/b", 307, "c/d").on("/c/d", "text/plain", "x");
    assertThat(load("/a").orElseThrow().from().toString()).isEqualTo(server.url("/c/d"));
  }

  @Test
  void a_server_that_is_not_there_is_named() {
    String gone = server.url("/a");
    server.close();
    assertThatThrownBy(() -> load("/a"))
        .isInstanceOf(IndexException.class)
        .hasMessage(gone + " could not be loaded in 3 attempts: nothing answers there.");
  }

  @Test
  void redirects_in_a_circle_end() {
    server.redirects("/a", 302, "/b").redirects("/b", 302, "/a");
    assertThatThrownBy(() -> load("/a"))
        .isInstanceOf(IndexException.class)
        .hasMessage(server.url("/a") + " leads from one address to the next without end.");
  }

  @Test
  void a_redirect_to_something_that_is_no_web_address_is_refused() {
    server.redirects("/a", 302, "file:///etc/passwd");
    assertThatThrownBy(() -> load("/a"))
        .hasMessageContaining("has to begin with https:// or http://");
  }

  @Test
  void a_password_goes_to_its_own_server_alone() throws Exception {
    try (TestServer other = new TestServer()) {
      server.redirects("/a", 302, "/b").redirects("/b", 302, other.url("/c"));
      other.on("/c", "text/plain", "x");
      Address secret = Address.of(server.url("/a").replace("//", "//user:pass%20word@"));
      assertThat(web.load(secret, "*/*", MOST)).isPresent();
      assertThat(server.asked())
          .containsExactly("/a Basic dXNlcjpwYXNzIHdvcmQ=", "/b Basic dXNlcjpwYXNzIHdvcmQ=");
      assertThat(other.asked()).containsExactly("/c");
      assertThat(secret.toString()).isEqualTo(server.url("/a"));
    }
  }

  @Test
  void a_server_that_is_busy_is_asked_again() throws Exception {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/a",
        exchange -> {
          boolean busy = times.incrementAndGet() < 3;
          exchange.sendResponseHeaders(busy ? 503 : 200, -1);
        });
    assertThat(load("/a")).isPresent();
    assertThat(times).hasValue(3);
  }

  @Test
  void a_server_that_stays_busy_is_named() {
    server.on("/a", exchange -> exchange.sendResponseHeaders(503, -1));
    assertThatThrownBy(() -> load("/a"))
        .hasMessage(server.url("/a") + " could not be loaded in 3 attempts: it answered 503.");
    assertThat(server.asked()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void where_a_password_is_wanted_the_remedy_is_told(int status) {
    server.on("/a", exchange -> exchange.sendResponseHeaders(status, -1));
    assertThatThrownBy(() -> load("/a")).hasMessageContaining("a name and a password");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void a_connection_that_is_cut_is_tried_again() throws Exception {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          OutputStream body = exchange.getResponseBody();
          body.write("12345".getBytes(StandardCharsets.UTF_8));
          if (times.incrementAndGet() > 1) {
            body.write("67890".getBytes(StandardCharsets.UTF_8));
          }
        });
    assertThat(load("/a").orElseThrow().content()).hasSize(10);
  }

  @Test
  void a_server_that_says_nothing_is_given_up() {
    server.on("/a", exchange -> waitFor(server));
    assertThatThrownBy(() -> load("/a")).hasMessageContaining("could not be loaded in 3 attempts");
    server.on("/a", exchange -> {});
  }

  @Test
  void what_is_larger_than_it_can_be_is_not_taken() {
    server.on("/a", "text/plain", new byte[(int) MOST + 1]);
    assertThatThrownBy(() -> load("/a"))
        .hasMessage(server.url("/a") + " is larger than 100000 bytes, which is refused.");
  }

  private Optional<Web.Answer> load(String path) throws IndexException, InterruptedException {
    return web.load(Address.of(server.url(path)), "*/*", MOST);
  }

  /** Says nothing until the server ends. */
  private static void waitFor(TestServer server) {
    synchronized (server) {
      try {
        server.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
