package vivarium.tests.speed.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostTest {
  private static final String BROWSER = "gzip, deflate, br, zstd";
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("index.html", "<p>home</p>");
    write("page/index.html", "<p>page</p>");
    write("engine.wasm", "wasm ".repeat(1000));
    write("both.js", "plain");
    write("both.js.br", "as brotli");
    write("both.js.gz", "as gzip");
    write("image.bin", "plain");
    write("image.bin.br", "as brotli");
    write("wheel.zip", "zip ".repeat(1000));
  }

  @ParameterizedTest
  @CsvSource({
    "both.js, 'gzip, deflate, br, zstd', br, as brotli",
    "both.js, 'br;q=0, gzip;q=0.5', gzip, as gzip",
    "both.js, identity, '', plain",
    "both.js, '', '', plain",
    "image.bin, 'gzip, br', br, as brotli",
    "image.bin, gzip, '', plain",
  })
  void of_the_files_beside_a_file_the_best_that_is_accepted_is_sent(
      String file, String accepted, String encoding, String body) throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      HttpResponse<byte[]> response = get(host, file, "Accept-Encoding", accepted);
      assertThat(response.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(encoding);
      assertThat(response.headers().firstValue("Vary")).contains("Accept-Encoding");
      assertThat(response.body()).asString(UTF_8).isEqualTo(body);
    }
  }

  @Test
  void only_a_folder_that_asks_for_it_is_sent_with_the_headers_for_shared_memory()
      throws Exception {
    write("apart/isolated", "");
    write("apart/inner/index.html", "<p>apart</p>");
    try (Host host = start(Link.LOOPBACK)) {
      assertThat(
              get(host, "apart/inner/", "Accept-Encoding", BROWSER)
                  .headers()
                  .firstValue("Cross-Origin-Embedder-Policy"))
          .contains("require-corp");
      for (String open : new String[] {"page/", "engine.wasm", ""}) {
        assertThat(
                get(host, open, "Accept-Encoding", BROWSER)
                    .headers()
                    .firstValue("Cross-Origin-Embedder-Policy"))
            .isEmpty();
      }
    }
  }

  @Test
  void what_has_no_compressed_form_is_compressed_when_that_pays() throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      HttpResponse<byte[]> wasm = get(host, "engine.wasm", "Accept-Encoding", BROWSER);
      assertThat(wasm.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(new GZIPInputStream(new ByteArrayInputStream(wasm.body())).readAllBytes())
          .asString(UTF_8)
          .isEqualTo("wasm ".repeat(1000));
      HttpResponse<byte[]> zip = get(host, "wheel.zip", "Accept-Encoding", BROWSER);
      assertThat(zip.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(zip.headers().firstValue("Vary")).isEmpty();
      assertThat(zip.body()).asString(UTF_8).isEqualTo("zip ".repeat(1000));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html; charset=utf-8",
    "page/, text/html; charset=utf-8",
    "page/?view=page, text/html; charset=utf-8",
    "engine.wasm, application/wasm",
    "both.js, text/javascript; charset=utf-8",
    "both.js.gz, application/gzip",
    "image.bin, application/octet-stream",
  })
  void every_file_has_its_type(String path, String type) throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      HttpResponse<byte[]> response = get(host, path, "Accept-Encoding", BROWSER);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains(type);
      assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=600");
    }
  }

  @Test
  void what_the_browser_has_is_not_sent_again() throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      String tag = get(host, "", "Accept", "*/*").headers().firstValue("ETag").orElseThrow();
      HttpResponse<byte[]> again = get(host, "", "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(get(host, "", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_body_comes_through_the_slow_link_to_the_byte() throws Exception {
    byte[] noise = new byte[300_001];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("noise.bin"), noise);
    try (Host host = start(new Link(100_000_000, 5))) {
      assertThat(get(host, "noise.bin", "Accept", "*/*").body()).isEqualTo(noise);
    }
  }

  @Test
  void heads_and_bodies_of_all_answers_are_counted() throws Exception {
    try (Host host = start(new Link(1_000_000_000, 0))) {
      int received = 0;
      for (String path : new String[] {"", "wheel.zip", "nowhere"}) {
        received += ask(host, "GET /" + path + " HTTP/1.1\r\nHost: x\r\n\r\n").length;
      }
      assertThat(host.traffic()).isEqualTo(new Traffic(3, received));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nowhere HTTP/1.1, 404",
    "GET /../../etc/passwd HTTP/1.1, 404",
    "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1, 404",
    "POST / HTTP/1.1, 405",
    "GET /% HTTP/1.1, 400",
    "GET / / HTTP/1.1, 400",
    "nonsense, 400",
  })
  void what_is_not_there_or_not_meant_is_refused(String request, String status) throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      assertThat(ask(host, request + "\r\n\r\n")).asString(US_ASCII).contains(" " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a: b\r\n"})
  void a_head_without_end_is_refused(String part) throws Exception {
    try (Host host = start(Link.LOOPBACK)) {
      assertThat(ask(host, "GET / HTTP/1.1\r\n" + part.repeat(20_000)))
          .asString(US_ASCII)
          .contains(" 400 ");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Host start(Link link) throws IOException {
    return Host.start(HostedFiles.in(folder), link);
  }

  private HttpResponse<byte[]> get(Host host, String path, String header, String value)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(host.url() + path)).header(header, value).build(),
        BodyHandlers.ofByteArray());
  }

  /** The bare bytes of the answers to these, from a browser that then says no more. */
  private static byte[] ask(Host host, String requests) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(host.url()).getPort())) {
      socket.getOutputStream().write(requests.getBytes(US_ASCII));
      socket.shutdownOutput();
      return socket.getInputStream().readAllBytes();
    }
  }
}
