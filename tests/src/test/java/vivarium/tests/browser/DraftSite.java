package vivarium.tests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vivarium.tests.command.Vivarium;

/**
 * A small site in two editions, built once by the real command. In the second its author has
 * renamed headings, inserted cells, changed one and removed one.
 */
final class DraftSite {
  private static final DraftSite INSTANCE = new DraftSite();

  private static final String FIRST =
      """
      ---
      title: Lesson
      format: page
      ---
      ## Begin

      ```python {run #named}
      print("one")
      ```

      ## Two cells

      ```python {run}
      value = 20
      ```

      ```python {run}
      print("two")
      ```

      ## Alike

      ```python {run}
      ...
      ```

      ```python {run}
      ...
      ```

      ## Gone

      ```python {run #gone}
      print("gone")
      ```

      ```python {run readonly #fixed}
      print("fixed")
      ```
      """;

  private static final String SECOND =
      """
      ---
      title: Lesson
      format: page
      ---
      ## Begin

      ```python {run #named}
      print("one, by its author")
      ```

      ## Several cells

      ```python {run}
      inserted = True
      ```

      ```python {run}
      value = 20
      ```

      ```python {run}
      print("two")
      ```

      ## Alike

      ```python {run}
      before = 1
      ```

      ```python {run}
      ...
      ```

      ```python {run}
      ...
      ```

      ```python {run readonly #fixed}
      print("fixed")
      ```
      """;

  private static final String DECK =
      """
      ---
      title: Deck
      format: [slides, page]
      ---
      ## Only

      ```python {run #slide}
      print("slide")
      ```
      """;

  private final Path first;
  private final Path second;

  private DraftSite() {
    try {
      first = build(FIRST);
      second = build(SECOND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path build(String lesson) throws IOException {
    Path folder = Files.createTempDirectory("vivarium-drafts");
    Files.writeString(folder.resolve("index.md"), lesson);
    Files.writeString(folder.resolve("deck.md"), DECK);
    Path site = folder.resolveSibling(folder.getFileName() + "-site");
    Vivarium.Result result =
        Vivarium.run("build", folder.toString(), "-o", site.toString(), "--no-run");
    if (result.exitCode() != 0) {
      throw new IllegalStateException("The test site was not built:\n" + result.err());
    }
    return site;
  }

  private Path edition(boolean later) {
    return later ? second : first;
  }

  /** The site as it stands on a server of its own; the reader's browser knows it by its address. */
  static final class Host {
    private final Path link;
    private final StaticServer server;

    /** Serves the first edition from two places of one host: {@code a/} and {@code b/}. */
    Host() throws IOException {
      Path root = Files.createTempDirectory("vivarium-host");
      link = root.resolve("a");
      Files.createSymbolicLink(link, INSTANCE.edition(false));
      Files.createSymbolicLink(root.resolve("b"), INSTANCE.edition(false));
      server = StaticServer.start(root, "/");
    }

    String url(String page) {
      return server.url() + page;
    }

    /** The author publishes the second edition. */
    void publish() throws IOException {
      Files.delete(link);
      Files.createSymbolicLink(link, INSTANCE.edition(true));
    }
  }
}
