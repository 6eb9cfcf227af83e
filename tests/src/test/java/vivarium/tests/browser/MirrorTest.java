package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.packages.supply.TestIndex;
import vivarium.packages.supply.TestWheel;
import vivarium.site.write.Sha256;

/** A mirror of a course, from the machine that made it to the browser on one without a network. */
@Timeout(400)
class MirrorTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final byte[] AGES = "Ada,36".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static TestIndex index;
  private static Path mirror;

  private record Result(int exitCode, String out, String err) {}

  @BeforeAll
  static void make() throws Exception {
    index = new TestIndex(true);
    index.has(
        TestWheel.of("fruit", "1.2")
            .needs("tree")
            .file("fruit/names.py", "import tree\nfirst = tree.__version__ + ' apples'\n"));
    index.has(TestWheel.of("tree", "7"));
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/ages.csv",
        exchange -> {
          exchange.sendResponseHeaders(200, AGES.length);
          exchange.getResponseBody().write(AGES);
          exchange.close();
        });
    web.start();
    String ages = "http://127.0.0.1:" + web.getAddress().getPort() + "/ages.csv";
    Path course = Files.createDirectories(folder.resolve("here/course"));
    Files.writeString(
        course.resolve("page.md"),
        """
        ---
        format: page
        packages: [fruit]
        files: ["%s#sha256=%s"]
        ---
        ```python {run #cell}
        import fruit.names
        print(fruit.names.first, open("ages.csv").read())
        ```
        """
            .formatted(ages, Sha256.of(AGES)));
    Map<String, String> online = Map.of("PIP_INDEX_URL", index.url());
    Result locked = run(program(), folder.resolve("here"), online, "lock", "course");
    assertThat(locked.exitCode()).as(locked.err()).isZero();
    Result made = run(program(), folder.resolve("here"), online, "mirror", "course", "-o", "kit");
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .startsWith("Mirrored 2 files and 2 wheels, ")
        .contains("It runs on ", "sh vivarium build course");
    assertThat(made.exitCode()).isZero();
    index.close();
    web.stop(0);
    // As on a stick: another place, and no file says that it is a program.
    mirror = Files.createDirectories(folder.resolve("there")).resolve("a kit");
    Files.move(folder.resolve("here/kit"), mirror);
    assertThat(mirror.resolve("vivarium")).isExecutable();
    assertThat(mirror.resolve("vivarium").toFile().setExecutable(false)).isTrue();
  }

  @AfterAll
  static void stop() {
    index.close();
  }

  @Test
  void the_course_is_built_without_a_network_and_its_page_runs_in_a_browser() throws Exception {
    Result built = alone("build", "course", "-o", "site");
    assertThat(built.err()).isEmpty();
    assertThat(built.exitCode()).isZero();
    assertThat(mirror.resolve("site/page.html")).content().contains("7 apples Ada,36");
    TamperingServer server = TamperingServer.start(mirror.resolve("site"));
    List<String> elsewhere = new CopyOnWriteArrayList<>();
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.context()
        .onRequest(
            request -> {
              if (!request.url().matches("(?:" + server.url("") + "|data:|blob:).*")) {
                elsewhere.add(request.url());
              }
            });
    page.navigate(server.url("page.html"));
    CellDriver cell = new CellDriver(page, "cell");
    cell.type("import fruit\nprint('fruit', fruit.__version__)").run();
    assertThat(cell.outputText()).isEqualTo("fruit 1.2");
    assertThat(elsewhere).as("requests that left the site").isEmpty();
    // What was built beside the course is not the mirror's, and does not damage it.
    assertThat(alone("mirror", "--check", ".").out()).startsWith("Every file is as it was");
  }

  @Test
  void the_packages_can_be_locked_again_and_mirrored_again_from_the_mirror() throws Exception {
    String course = folder.resolve("course").toString();
    assertThat(
            new ProcessBuilder("cp", "-r", mirror.resolve("course").toString(), course)
                .start()
                .waitFor())
        .isZero();
    Result locked = alone("lock", course, "--offline");
    assertThat(locked.err()).isEmpty();
    assertThat(locked.exitCode()).isZero();
    Path second = folder.resolve("second.tar.gz");
    Result made = alone("mirror", course, "-o", second.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
    assertThat(
            new ProcessBuilder("tar", "-xzf", second.toString(), "-C", unpacked.toString())
                .start()
                .waitFor())
        .isZero();
    Result checked = alone("mirror", "--check", unpacked.resolve("second").toString());
    assertThat(checked.exitCode()).as(checked.err()).isZero();
  }

  @Test
  void a_system_that_the_mirror_is_not_for_and_a_missing_java_are_told_of() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other/lib")).resolveSibling("");
    Files.copy(mirror.resolve("vivarium"), other.resolve("vivarium"));
    Result refused = run(launcher(other), other, Map.of(), "--version");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).startsWith("This mirror is not for ");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("sh", "dirname", "sed", "uname", "ls", "readlink")) {
      try (Stream<Path> places = Stream.of(Path.of("/bin", tool), Path.of("/usr/bin", tool))) {
        Files.createSymbolicLink(
            tools.resolve(tool), places.filter(Files::exists).findFirst().orElseThrow());
      }
    }
    Map<String, String> without = Map.of("PATH", tools.toString(), "JAVA_HOME", "");
    refused = run(launcher(mirror), mirror, without, "--version");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).startsWith("Vivarium needs Java 17 or newer");
  }

  /** The mirror's own command, where no server answers and nothing was kept. */
  private static Result alone(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (canBeCutOff()) {
      command.addAll(List.of("unshare", "-n"));
    }
    command.addAll(launcher(mirror));
    return run(command, mirror, Map.of("PIP_INDEX_URL", "http://127.0.0.1:1/simple/"), arguments);
  }

  private static boolean canBeCutOff() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // Then the index above, which nobody serves, has to do.
    }
  }

  private static List<String> launcher(Path root) {
    return List.of("/bin/sh", root.resolve("vivarium").toString());
  }

  /** The program as it is packed, which the launcher runs. */
  private static List<String> program() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("../cli/target"))) {
      Path jar =
          jars.filter(
                  it -> it.getFileName().toString().matches("vivarium-cli-[^-]+(-SNAPSHOT)?\\.jar"))
              .findFirst()
              .orElseThrow();
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-jar",
          jar.toAbsolutePath().normalize().toString());
    }
  }

  private static Result run(
      List<String> program, Path where, Map<String, String> more, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    Path home = Files.createTempDirectory(folder, "home");
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    environment.putAll(more);
    Path err = Files.createTempFile(folder, "run", ".err");
    Process process = builder.redirectError(err.toFile()).start();
    try (BufferedReader lines = process.inputReader()) {
      String out = String.join("\n", lines.lines().toList());
      String problems =
          Files.readString(err).replaceFirst("Picked up JAVA_TOOL_OPTIONS: .*\\R", "");
      return new Result(process.waitFor(), out, problems);
    }
  }
}
