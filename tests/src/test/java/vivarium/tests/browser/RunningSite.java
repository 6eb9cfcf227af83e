package vivarium.tests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vivarium.tests.command.Vivarium;

/** A site with cells for what runs long, built once by the real command, with memory images. */
final class RunningSite {
  private static final String DOCUMENT =
      """
      ---
      format: [page, slides]
      ---
      # Running

      ```python {run norun #cell}
      1
      ```

      ```python {run norun #other}
      2
      ```

      ```python {run norun #limited timelimit=1}
      3
      ```

      ```python {run #asks}
      print("before")
      name = input("Your name? ")
      print("after")
      ```

      ```python {run #answered stdin="Ada\\n42"}
      name = input("Your name? ")
      age = int(input("Your age? "))
      print(name, age + 1)
      try:
          input("More? ")
      except EOFError:
          print("no more")
      ```

      ---

      # Second slide
      """;

  private static final RunningSite INSTANCE = new RunningSite();

  private final Path folder;
  private final TamperingServer server;

  private RunningSite() {
    try {
      Path source = Files.createTempDirectory("vivarium-running");
      Files.writeString(source.resolve("running.md"), DOCUMENT);
      folder = source.resolveSibling(source.getFileName() + "-site");
      Vivarium.Result result = Vivarium.run("build", source.toString(), "-o", folder.toString());
      if (result.exitCode() != 0 || !result.err().isEmpty()) {
        throw new IllegalStateException("The test site was not built well:\n" + result.err());
      }
      server = TamperingServer.start(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static TamperingServer server() {
    return INSTANCE.server;
  }

  /** Opens the page on a desktop screen. */
  static Page visit(Chromium chromium) {
    return visit(chromium, "running.html?view=page");
  }

  /** As a browser does whose WebAssembly cannot wait; and perhaps it has no service workers. */
  static Page visitWithoutWaiting(Chromium chromium, boolean hasServiceWorkers) {
    String without = "delete WebAssembly.Suspending;";
    INSTANCE.server.change(
        "kernel-worker.js", script -> (without + new String(script, UTF_8)).getBytes(UTF_8));
    Page page = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.addInitScript(without);
    if (!hasServiceWorkers) {
      page.addInitScript("Object.defineProperty(navigator, 'serviceWorker', {value: undefined})");
    }
    page.navigate(INSTANCE.server.url("running.html?view=page"));
    return page;
  }

  static Page visit(Chromium chromium, String address) {
    Page page = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(INSTANCE.server.url(address));
    return page;
  }
}
