package vivarium.site.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.CellFile;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.packages.hash.Sha256;
import vivarium.packages.index.Web;
import vivarium.parse.DocumentParser;
import vivarium.site.source.SourceFolder;

/** Files on the web that documents list, from a server of this machine. */
class DownloadsTest {
  private static final byte[] AGES = "Ada,36\n".getBytes(StandardCharsets.UTF_8);
  private static final String HASH = Sha256.of(AGES).hex();

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectory(folder.resolve("course"));
    on("/data/ages.csv", exchange -> exchange.sendResponseHeaders(200, AGES.length), AGES);
    on(
        "/moved.csv",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/data/ages.csv");
          exchange.sendResponseHeaders(302, -1);
        },
        new byte[0]);
    on("/cut.csv", exchange -> exchange.sendResponseHeaders(200, AGES.length + 9), AGES);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void on(String path, HttpHandler head, byte[] content) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            asked.add(path);
            head.handle(exchange);
            exchange.getResponseBody().write(content);
          }
        });
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Downloads downloads() {
    Web web = new Web(Duration.ofSeconds(5), Duration.ofMillis(1));
    return new Downloads(web, folder.resolve("cache"));
  }

  private DocumentFiles read(Downloads downloads, String listed) throws IOException {
    String text = "---\ntitle: A\nfiles:\n- " + listed + "\n---\n";
    return DocumentFiles.of(
        DocumentParser.parse("week/lesson.md", text.getBytes(StandardCharsets.UTF_8)).document(),
        text,
        new SourceFolder(folder.resolve("course")),
        downloads);
  }

  private String said(String listed) throws IOException {
    DocumentFiles files = read(downloads(), listed);
    assertThat(files.cells().files()).isEmpty();
    assertThat(files.diagnostics()).singleElement().satisfies(each -> each.isError());
    Diagnostic only = files.diagnostics().get(0);
    assertThat(only.where().line()).isEqualTo(4);
    return only.code() + ": " + only.message() + " " + only.remedy();
  }

  @Test
  void a_file_stands_beside_the_document_under_its_name_and_is_loaded_once() throws IOException {
    Downloads downloads = downloads();
    DocumentFiles files = read(downloads, url("/data/ages.csv") + "#sha256=" + HASH);
    assertThat(files.diagnostics()).isEmpty();
    CellFile only = files.cells().files().get(0);
    assertThat(only.path()).isEqualTo("ages.csv");
    assertThat(only.sha256()).isEqualTo(HASH);
    assertThat(only.source()).hasBinaryContent(AGES);
    assertThat(downloads.used()).containsOnlyKeys(HASH).containsValue(only.source());
    server.stop(0);
    assertThat(read(downloads(), url("/data/ages.csv") + "#sha256=" + HASH).cells().files())
        .hasSize(1);
    assertThat(asked).containsExactly("/data/ages.csv");
  }

  @Test
  void a_kept_file_that_was_damaged_is_loaded_again() throws IOException {
    String listed = url("/data/ages.csv") + "#sha256=" + HASH;
    Path kept = read(downloads(), listed).cells().files().get(0).source();
    Files.writeString(kept, "other");
    assertThat(read(downloads(), listed).cells().files().get(0).source()).hasBinaryContent(AGES);
  }

  @Test
  void another_file_is_refused_with_both_hashes() throws IOException {
    String other = "0".repeat(64);
    assertThat(said(url("/data/ages.csv") + "#sha256=" + other))
        .startsWith("file-differs: ")
        .contains("its SHA-256 is " + HASH + ", and should be " + other);
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void a_file_without_hash_is_refused_with_the_line_to_write() throws IOException {
    assertThat(said(url("/data/ages.csv")))
        .startsWith("file-without-hash: ")
        .endsWith("Write " + url("/data/ages.csv") + "#sha256=" + HASH + ".");
  }

  @Test
  void redirects_are_followed_and_the_name_is_the_one_that_was_listed() throws IOException {
    DocumentFiles files = read(downloads(), url("/moved.csv") + "#sha256=" + HASH);
    assertThat(files.cells().files()).extracting(CellFile::path).containsExactly("moved.csv");
  }

  @Test
  void what_cannot_be_loaded_is_said_and_leaves_nothing() throws IOException {
    String hash = "#sha256=" + HASH;
    assertThat(said(url("/none.csv") + hash)).contains("There is no file " + url("/none.csv"));
    assertThat(said(url("/cut.csv") + hash)).contains("could not be loaded in 3 attempts");
    server.stop(0);
    assertThat(said(url("/data/ages.csv") + hash)).contains("nothing answers there");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void what_is_no_address_of_a_file_is_not_asked_for() throws IOException {
    assertThat(said(url("/data/"))).contains("does not end with the name of a file");
    assertThat(said(url("/data/..%2f"))).contains("does not end with the name of a file");
    assertThat(said(url("/data/ages.csv") + "#sha256=12")).contains("64 hexadecimal digits");
    assertThat(said("https:///ages.csv")).startsWith("file-not-loaded: ");
    assertThat(asked).isEmpty();
  }
}
