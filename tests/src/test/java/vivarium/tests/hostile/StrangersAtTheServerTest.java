package vivarium.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

/** What other sites in the author's browser can ask of {@code serve} and {@code open}. */
@Timeout(60)
class StrangersAtTheServerTest {
  private static final String NOTEBOOK =
      "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

  @TempDir Path disk = Path.of("");
  private final List<Process> servers = new ArrayList<>();
  private URI address = URI.create("http://localhost/");

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(disk.resolve("course"));
    Files.writeString(disk.resolve("secret.txt"), "secret");
    Files.writeString(disk.resolve("course/index.md"), "# Course\n");
    Files.writeString(disk.resolve("course/book.ipynb"), NOTEBOOK);
    Files.createSymbolicLink(disk.resolve("course/link.txt"), disk.resolve("secret.txt"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process server : servers) {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void the_server_of_a_course_answers_its_own_pages_alone() throws IOException {
    start("serve", "course");
    assertThat(status("GET / HTTP/1.1", "Host: " + address.getAuthority())).isEqualTo(200);
    assertThat(status("GET / HTTP/1.1", "Host: rebound.example")).isEqualTo(403);
    String own = "Host: " + address.getAuthority();
    String stranger = "Origin: https://stranger.example";
    assertThat(status("POST / HTTP/1.1", own, stranger)).isEqualTo(403);
    assertThat(status("GET / HTTP/1.1", own, stranger)).isEqualTo(403);
    assertThat(status("POST / HTTP/1.1", own)).isEqualTo(405);
    for (String path : new String[] {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"}) {
      assertThat(status("GET " + path + " HTTP/1.1", own)).isEqualTo(403);
    }
    for (String path : new String[] {"/link.txt", "/index.md", "/.git/config"}) {
      assertThat(status("GET " + path + " HTTP/1.1", own)).isEqualTo(404);
    }
  }

  @Test
  void the_file_that_is_opened_is_read_and_written_by_its_own_page_alone() throws IOException {
    Path book = disk.resolve("course/book.ipynb");
    start("open", "course/book.ipynb");
    String own = "Host: " + address.getAuthority();
    assertThat(status("GET " + address.getRawPath() + " HTTP/1.1", own)).isEqualTo(200);
    assertThat(status("GET / HTTP/1.1", own)).isEqualTo(404);
    for (String method : new String[] {"GET", "PUT", "POST"}) {
      String request = method + " " + address.getRawPath() + " HTTP/1.1";
      assertThat(status(request, own, "Origin: https://stranger.example")).isEqualTo(403);
      assertThat(status(request, "Host: rebound.example")).isEqualTo(403);
    }
    assertThat(status("PUT /book.ipynb HTTP/1.1", own)).isBetween(400, 499);
    assertThat(book).content().isEqualTo(NOTEBOOK);
  }

  private void start(String command, String source) throws IOException {
    Process server =
        Vivarium.builder(command, source, "--no-open", "--port", "0")
            .directory(disk.toFile())
            .redirectErrorStream(true)
            .start();
    servers.add(server);
    BufferedReader lines = Vivarium.lines(server.getInputStream());
    Pattern shown = Pattern.compile("http://\\S+");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = shown.matcher(line);
      if (found.find()) {
        address = URI.create(found.group());
        String first = "GET " + address.getRawPath() + " HTTP/1.1";
        while (status(first, "Host: " + address.getAuthority()) == 503) {
          Thread.onSpinWait(); // Not built yet.
        }
        return;
      }
    }
    throw new AssertionError("no address was printed");
  }

  /** As no client of HTTP would write it: paths are sent as they stand. */
  private int status(String request, String... headers) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String text = request + "\r\n" + String.join("\r\n", headers);
      socket
          .getOutputStream()
          .write(
              (text + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
  }
}
