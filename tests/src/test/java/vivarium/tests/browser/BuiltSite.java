package vivarium.tests.browser;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import vivarium.tests.command.Vivarium;

/** The site of the test documents, built once by the real command and served from a subfolder. */
final class BuiltSite {
  private static final BuiltSite INSTANCE = new BuiltSite();

  private final Path folder;
  private final StaticServer server;

  private BuiltSite() {
    try {
      folder = Files.createTempDirectory("vivarium-tests").resolve("site");
      Vivarium.Result result =
          Vivarium.run("build", source().toString(), "-o", folder.toString(), "--no-run");
      if (result.exitCode() != 0) {
        throw new IllegalStateException("The test site was not built:\n" + result.err());
      }
      server = StaticServer.start(folder, "/some/where/");
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a page, such as {@code deck.html}. */
  static String url(String page) {
    return INSTANCE.server.url() + page;
  }

  /** The file of a page. */
  static Path file(String page) {
    return INSTANCE.folder.resolve(page);
  }

  /** From now on the server fails for the file of this name; for none when the name is empty. */
  static void refuse(String name) {
    INSTANCE.server.refuse(name);
  }

  static Path source() throws URISyntaxException {
    URL deck = BuiltSite.class.getResource("/site/deck.md");
    if (deck == null) {
      throw new IllegalStateException("the test documents are not on the class path");
    }
    return Path.of(deck.toURI()).resolveSibling("");
  }
}
