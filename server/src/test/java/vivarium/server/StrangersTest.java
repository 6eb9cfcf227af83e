package vivarium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of the site sends, byte by byte. */
@Timeout(20)
class StrangersTest {
  private final DevServer server;

  StrangersTest() throws IOException {
    server = DevServer.start(0, Clock.systemUTC());
    server.show(Sites.good("one", "index.html"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:9", "127.0.0.1:80"})
  void our_own_names_are_answered(String host) throws Exception {
    assertThat(status("GET / HTTP/1.1\r\nHost: " + host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1:80@evil.example",
        "127.0.0.2",
        "0.0.0.0",
        "localhost:8000:8000",
        ""
      })
  void another_name_is_refused_against_rebinding(String host) throws Exception {
    assertThat(status("GET / HTTP/1.1\r\nHost: " + host)).isEqualTo(403);
    assertThat(status("GET /-/events HTTP/1.1\r\nHost: " + host)).isEqualTo(403);
  }

  @Test
  void a_request_without_a_name_or_with_two_is_refused() throws Exception {
    assertThat(status("GET / HTTP/1.0")).isEqualTo(403);
    assertThat(status("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://localhost:81", "http://localhost.evil"})
  void another_origin_is_refused(String origin) throws Exception {
    String rest = " HTTP/1.1\r\nHost: localhost:80\r\nOrigin: " + origin;
    assertThat(status("GET /" + rest)).isEqualTo(403);
    assertThat(status("GET /-/events" + rest)).isEqualTo(403);
    assertThat(status("POST /" + rest)).isEqualTo(403);
  }

  @Test
  void our_own_origin_is_answered() throws Exception {
    String own = " HTTP/1.1\r\nHost: localhost:80\r\nOrigin: http://localhost:80";
    assertThat(status("GET /" + own)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"})
  void only_get_and_head_are_answered(String method) throws Exception {
    assertThat(status(method + " / HTTP/1.1\r\nHost: localhost")).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pom.xml",
        "/a/../../pom.xml",
        "/%2e%2e/pom.xml",
        "/%2e%2e%2fpom.xml",
        "/..%5cpom.xml",
        "/a%00.html",
        "/%c0%ae%c0%ae/pom.xml",
        "/./index.html",
        "/%ff",
        "/a%0d%0aSet-Cookie:x"
      })
  void a_path_that_leaves_the_site_is_refused(String path) throws Exception {
    assertThat(status("GET " + path + " HTTP/1.1\r\nHost: localhost")).isEqualTo(403);
  }

  @Test
  void a_request_that_is_none_does_not_stop_the_server() throws Exception {
    assertThat(answer("\u0000\u0001\u0002 nonsense")).doesNotContain("200 OK");
    assertThat(answer("GET /% HTTP/1.1\r\nHost: localhost")).doesNotContain("200 OK");
    assertThat(status("GET / HTTP/1.1\r\nHost: localhost")).isEqualTo(200);
  }

  private int status(String request) throws IOException {
    return Integer.parseInt(
        answer(request).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              (request + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
