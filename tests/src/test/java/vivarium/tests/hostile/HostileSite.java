package vivarium.tests.hostile;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.StaticServer;
import vivarium.tests.command.Vivarium;

/** A site whose pages run what anybody writes, built once by the real command. */
final class HostileSite {
  /** Hears nothing, unless something is broken. */
  static final Attacker ATTACKER = new Attacker();

  /** A server that the author of the page {@code open.html} allows. */
  static final Attacker ALLOWED = new Attacker();

  private static final String CELLS =
      """
      # Anybody's code

      ```python {run norun #cell}
      1
      ```

      ```python {run norun #other}
      2
      ```
      """;

  private static final HostileSite INSTANCE = new HostileSite();

  private final StaticServer server;

  private HostileSite() {
    try {
      Path source = Files.createTempDirectory("vivarium-hostile");
      Files.writeString(source.resolve("closed.md"), page("trust: reader") + CELLS);
      String allowed = "network: [\"" + ALLOWED.origin() + "\"]";
      Files.writeString(source.resolve("open.md"), page("trust: reader\n" + allowed) + CELLS);
      Files.writeString(source.resolve("prompt.md"), page(allowed) + "```python {repl}\n```\n");
      Path site = source.resolveSibling(source.getFileName() + "-site");
      Vivarium.Result result = Vivarium.run("build", source.toString(), "-o", site.toString());
      if (result.exitCode() != 0 || !result.err().isEmpty()) {
        throw new IllegalStateException("The test site was not built well:\n" + result.err());
      }
      Files.writeString(site.resolve("secret.txt"), "secret");
      server = StaticServer.start(site, "/school/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(String more) {
    return "---\nformat: page\n" + more + "\n---\n";
  }

  /** The address of the site, with a final slash. */
  static String url() {
    return INSTANCE.server.url();
  }

  /** Opens a page on a desktop screen. */
  static Stranger visit(Chromium chromium, String name) {
    Page page = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    page.navigate(url() + name);
    return new Stranger(page);
  }
}
