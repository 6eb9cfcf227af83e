package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServeCommandTest {
  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_document() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
    Files.writeString(folder.resolve("a.md"), "# A");
  }

  @Test
  void it_builds_opens_the_browser_builds_again_on_a_change_and_stops() throws Exception {
    CompletableFuture<Integer> exit = serve();
    await("03:04:05  Built 3 documents in 0.00 s.");
    await(() -> console.opened.size() == 1);
    URI address = console.opened.get(0);
    assertThat(console.out()).contains("Serving . at " + address + " (Ctrl-C stops)");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.WITH_COMMON_IMAGE);
    assertThat(status(address)).isEqualTo(200);

    console.workshop.next = () -> FakeWorkshop.bad(FakeWorkshop.ERROR);
    Files.writeString(folder.resolve("a.md"), "$$");
    await("docs/troubleshooting.md#bad-math");
    assertThat(console.err())
        .contains("03:04:05  The site could not be built.", "a.md:3:5: This is no formula.");
    assertThat(status(address)).isEqualTo(200);

    console.workshop.next =
        () -> {
          throw new IllegalStateException("oops");
        };
    Files.writeString(folder.resolve("a.md"), "# B");
    await("This is a bug in Vivarium");
    assertThat(status(address)).isEqualTo(200);

    console.atExit.get(0).run();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.FINE);
    assertThat(console.workshop.open).hasValue(0);
    assertThat(console.opened).hasSize(1);
  }

  @Test
  void the_browser_stays_closed_when_told_so() throws Exception {
    CompletableFuture<Integer> exit = serve("--no-open", "--quiet", "--no-run");
    await(" (Ctrl-C stops)");
    await(() -> console.workshop.open.get() == 1);
    console.atExit.get(0).run();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.FINE);
    assertThat(console.opened).isEmpty();
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.NO);
    assertThat(console.out()).doesNotContain("Built");
  }

  @Test
  void a_port_beyond_the_last_is_a_mistake_in_the_call() {
    assertThat(console.run("serve", "a.md", "--port", "65536")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("serve", "a.md", "--port", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("serve", "a.md", "--port", "web")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("serve", "missing.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("A port is a number from 0 to 65535, not 65536.");
  }

  private CompletableFuture<Integer> serve(String... more) {
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    String[] arguments = new String[4 + more.length];
    arguments[0] = "serve";
    arguments[1] = ".";
    arguments[2] = "--port";
    arguments[3] = "0";
    System.arraycopy(more, 0, arguments, 4, more.length);
    new Thread(() -> exit.complete(console.run(arguments))).start();
    return exit;
  }

  private static int status(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .statusCode();
  }

  private void await(String text) {
    await(() -> (console.out() + console.err()).contains(text));
  }

  /** The test's own time limit ends it. */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
