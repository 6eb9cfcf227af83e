package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OpenCommandTest {
  private static final String NOTEBOOK =
      "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);
  private Path file = Path.of("");

  @BeforeEach
  void a_notebook() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
    file = Files.writeString(folder.resolve("a.ipynb"), NOTEBOOK);
  }

  @Test
  void a_notebook_is_shown_and_what_its_page_saves_is_in_the_file() throws Exception {
    CompletableFuture<Integer> exit = open();
    await(() -> console.opened.size() == 1);
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.AS_NOTEBOOK);
    URI address = console.opened.get(0);
    URI saved = address.resolve("-/file");
    HttpResponse<String> first = send(HttpRequest.newBuilder(saved));
    assertThat(first.body()).isEqualTo(NOTEBOOK);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    String changed = NOTEBOOK.replace("[]", "[ ]");
    assertThat(put(saved, tag, changed).statusCode()).isEqualTo(204);
    assertThat(file).hasContent(changed);
    assertThat(put(saved, tag, NOTEBOOK).statusCode()).isEqualTo(412);
    assertThat(file).hasContent(changed);

    console.atExit.get(0).run();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.FINE);
    assertThat(console.workshop.open).hasValue(0);
  }

  @Test
  void a_notebook_of_somebody_else_is_taken_for_that() throws Exception {
    CompletableFuture<Integer> exit = open("--untrusted");
    await(() -> console.opened.size() == 1);
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.AS_NOTEBOOK_OF_OTHERS);
    console.atExit.get(0).run();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.FINE);
  }

  @Test
  void nothing_but_a_notebook_is_saved() throws Exception {
    CompletableFuture<Integer> exit = open();
    await(() -> console.opened.size() == 1);
    URI saved = console.opened.get(0).resolve("-/file");
    String tag = send(HttpRequest.newBuilder(saved)).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> refused = put(saved, tag, NOTEBOOK.substring(10));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).startsWith("This is no notebook: ");
    assertThat(file).hasContent(NOTEBOOK);
    console.atExit.get(0).run();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.FINE);
  }

  @Test
  void what_is_no_notebook_is_a_mistake_in_the_call() throws Exception {
    Files.writeString(folder.resolve("a.md"), "# A");
    assertThat(console.run("open", "a.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("a.md is no notebook.", "vivarium serve a.md");
    assertThat(console.run("open", "missing.ipynb")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("There is no file missing.ipynb.");
  }

  private CompletableFuture<Integer> open(String... options) {
    List<String> arguments = new ArrayList<>(List.of("open", "a.ipynb", "--port", "0"));
    arguments.addAll(List.of(options));
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    new Thread(() -> exit.complete(console.run(arguments.toArray(String[]::new)))).start();
    return exit;
  }

  private static HttpResponse<String> put(URI address, String tag, String text) throws Exception {
    return send(
        HttpRequest.newBuilder(address).header("If-Match", tag).PUT(BodyPublishers.ofString(text)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** The test's own time limit ends it. */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
