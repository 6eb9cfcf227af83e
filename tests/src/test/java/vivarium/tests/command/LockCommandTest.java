package vivarium.tests.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.packages.hash.Sha256;
import vivarium.packages.supply.TestIndex;
import vivarium.packages.supply.TestWheel;

/** The real command with a package index on this machine. */
@Timeout(300)
class LockCommandTest {
  @TempDir Path folder;
  private final TestWheel app = TestWheel.of("app", "1.0").needs("lib>=2");
  private final TestWheel lib = TestWheel.of("lib", "2.1");
  private TestIndex index;
  private String pipIndex = "";

  @BeforeEach
  void start() throws IOException {
    index = new TestIndex(true);
    index.has(app).has(lib).has(TestWheel.of("lib", "1.0"));
    Files.createDirectory(folder.resolve("course"));
    Files.writeString(folder.resolve("course/a.md"), "---\npackages: [app]\n---\n# A\n");
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void a_course_is_locked_by_metadata_through_redirects_and_twice_the_same() throws Exception {
    index.server().redirects("/mirror/app/", 302, "/simple/app/");
    index.server().redirects("/mirror/lib/", 301, "../../simple/lib/");
    Result result = lock(index.server().url("/mirror/"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Locked 2 packages for Pyodide ").contains("+ lib 2.1");
    assertThat(result.exitCode()).isZero();
    String text = Files.readString(lockFile());
    assertThat(text).contains(app.hash().hex(), lib.hash().hex());
    assertThat(index.server().asked())
        .contains("/files/lib-2.1-py3-none-any.whl.metadata")
        .doesNotContain("/files/lib-1.0-py3-none-any.whl");
    Files.delete(lockFile());
    lock(index.server().url("/mirror/"));
    assertThat(lockFile()).content().isEqualTo(text);
  }

  @Test
  void a_wheel_with_another_byte_is_refused_with_both_hashes() throws Exception {
    byte[] changed = lib.bytes();
    changed[changed.length / 2] ^= 1;
    index.server().on("/files/" + lib.fileName(), "application/octet-stream", changed);
    Result result = lock(index.url());
    assertThat(result.err()).contains(lib.hash().hex(), Sha256.of(changed).hex());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(lockFile()).doesNotExist();
    try (Stream<Path> kept = Files.walk(folder.resolve("cache"))) {
      assertThat(kept.map(Path::toString)).noneMatch(it -> it.contains(lib.hash().hex()));
    }
  }

  @Test
  void a_connection_that_is_cut_leaves_everything_as_it_was() throws Exception {
    assertThat(lock(index.url()).exitCode()).isZero();
    String before = Files.readString(lockFile());
    index
        .server()
        .on(
            "/simple/app/",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write(new byte[10]);
              exchange.getResponseBody().flush();
              throw new IOException("cut");
            });
    Result result = lock(index.url());
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("could not be loaded in 3 attempts", "#packages-not-reached")
        .doesNotContain("Exception");
    assertThat(lockFile()).content().isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"traversal", "link", "bomb"})
  void a_hostile_wheel_is_refused_from_a_folder_and_from_an_index(String kind) throws Exception {
    TestWheel evil = TestWheel.of("evil", "1.0");
    evil.file("evil/link", "/etc/passwd");
    byte[] bytes =
        switch (kind) {
          case "traversal" -> evil.file("../../../outside.py", "x = 1").bytes();
          case "bomb" -> evil.file("evil/zeros.txt", "0".repeat(40 << 20)).bytes();
          default -> withLink(evil.bytes(), "evil/link");
        };
    String reason =
        Map.of(
                "traversal", "leads out of the archive",
                "bomb", "which no package does",
                "link", "is a symbolic link")
            .getOrDefault(kind, "");
    Files.writeString(folder.resolve("course/a.md"), "---\npackages: [evil]\n---\n# A\n");
    Path wheels = Files.createDirectory(folder.resolve("course/wheels"));
    Files.write(wheels.resolve(evil.fileName()), bytes);
    refused(lock(index.url()), reason);
    Files.delete(wheels.resolve(evil.fileName()));
    index.has(evil);
    index.server().on("/files/" + evil.fileName(), "application/octet-stream", bytes);
    index
        .server()
        .on(
            "/simple/evil/",
            "text/html",
            "<a href=\"/files/%s#sha256=%s\">%s</a>"
                .formatted(evil.fileName(), Sha256.of(bytes), evil.fileName()));
    refused(lock(index.url()), reason);
  }

  private void refused(Result result, String reason) throws IOException {
    assertThat(result.exitCode()).isIn(1, 3);
    assertThat(result.err()).contains("evil-1.0-py3-none-any.whl", reason);
    assertThat(result.err()).doesNotContain("Exception");
    assertThat(lockFile()).doesNotExist();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::toString)).noneMatch(it -> it.contains("outside.py"));
    }
  }

  /** Says in the directory of a zip file that one of its files is a symbolic link. */
  private static byte[] withLink(byte[] zip, String path) {
    byte[] name = path.getBytes(UTF_8);
    for (int at = zip.length - name.length; at >= 46; at--) {
      boolean isEntry = zip[at - 46] == 'P' && zip[at - 45] == 'K' && zip[at - 44] == 1;
      if (isEntry && Arrays.equals(zip, at, at + name.length, name, 0, name.length)) {
        zip[at - 46 + 5] = 3; // made on Unix
        zip[at - 46 + 40] = (byte) 0xff;
        zip[at - 46 + 41] = (byte) 0xa1;
        return zip;
      }
    }
    throw new IllegalArgumentException("no such file: " + path);
  }

  @Test
  void a_slow_index_is_waited_for() throws Exception {
    byte[] page =
        "<a href=\"../../files/%s#sha256=%s\">%s</a>"
            .formatted(lib.fileName(), lib.hash(), lib.fileName())
            .getBytes(UTF_8);
    index
        .server()
        .on(
            "/simple/lib/",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html");
              exchange.sendResponseHeaders(200, page.length);
              for (byte each : page) {
                exchange.getResponseBody().write(each);
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(20_000_000);
              }
            });
    Result result = lock(index.url());
    assertThat(result.err()).isEmpty();
    assertThat(lockFile()).content().contains(lib.hash().hex());
  }

  @Test
  void what_is_not_locked_is_told_of_when_the_course_is_built() throws Exception {
    Result result = build();
    assertThat(result.err())
        .contains("a.md:2:12: warning: This needs app, and there is no vivarium.lock.")
        .contains("Run: vivarium lock");
    lock(index.url());
    assertThat(build().err()).doesNotContain("vivarium lock");
  }

  @Test
  void a_private_index_gives_its_wheels_to_a_build_that_knows_the_password() throws Exception {
    for (TestWheel wheel : List.of(app, lib)) {
      index.server().on("/files/" + wheel.fileName(), exchange -> answer(exchange, wheel));
    }
    String secret = index.url().replace("://", "://ada:secret@");
    assertThat(lock(secret).exitCode()).isZero();
    assertThat(lockFile()).content().doesNotContain("secret");
    forgetWheels();
    assertThat(build().err()).contains("#wheel-missing").doesNotContain("secret");
    pipIndex = secret;
    Result result = build();
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private static void answer(HttpExchange exchange, TestWheel wheel) throws IOException {
    boolean isKnown =
        ("Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(UTF_8)))
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = isKnown ? wheel.bytes() : new byte[0];
    exchange.sendResponseHeaders(isKnown ? 200 : 401, isKnown ? bytes.length : -1);
    exchange.getResponseBody().write(bytes);
  }

  private void forgetWheels() throws IOException {
    Path wheels = folder.resolve("cache/vivarium/wheels");
    try (Stream<Path> kept = Files.list(wheels)) {
      for (Path wheel : kept.toList()) {
        Files.delete(wheel);
      }
    }
  }

  private Result build() throws Exception {
    return run(
        "build",
        folder.resolve("course").toString(),
        "-o",
        folder.resolve("site").toString(),
        "--no-run",
        "--no-images");
  }

  private Result lock(String index) throws Exception {
    return run("lock", folder.resolve("course").toString(), "--index", index);
  }

  private record Result(int exitCode, String out, String err) {}

  /** With a cache and a home of its own. */
  private Result run(String... arguments) throws Exception {
    ProcessBuilder builder = Vivarium.builder(arguments);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PIP_CONFIG_FILE", "/dev/null");
    builder.environment().keySet().removeAll(List.of("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"));
    if (!pipIndex.isEmpty()) {
      builder.environment().put("PIP_INDEX_URL", pipIndex);
    }
    Path err = Files.createTempFile(folder, "run", ".err");
    Process process = builder.redirectError(err.toFile()).start();
    try (BufferedReader lines = Vivarium.lines(process.getInputStream())) {
      String out = String.join("\n", lines.lines().toList());
      return new Result(process.waitFor(), out, Files.readString(err));
    }
  }

  private Path lockFile() {
    return folder.resolve("course/vivarium.lock");
  }
}
