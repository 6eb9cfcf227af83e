package vivarium.tests.speed.boot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vivarium.tests.browser.Chromium;

/** A Chromium that has never been anywhere, with a profile on disk as readers have one. */
final class FreshBrowser implements AutoCloseable {
  private static final List<String> STORAGE =
      List.of("Cache", "Code Cache", "Service Worker", "WebStorage", "IndexedDB", "File System");

  private final Path profile;
  private final BrowserContext context;
  private final List<String> problems = new ArrayList<>();

  private FreshBrowser(Path profile, BrowserContext context) {
    this.profile = profile;
    this.context = context;
  }

  static FreshBrowser start(Playwright playwright) throws IOException {
    Path profile = Files.createTempDirectory("vivarium-profile");
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setBypassCSP(true) // Else pages could not be asked what they have.
                    .setExecutablePath(Chromium.executable())
                    .setViewportSize(1280, 720)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    context.addInitScript(Resource.text("watch.js"));
    return new FreshBrowser(profile, context);
  }

  /** A new, empty page. */
  Page page() {
    Page page = context.newPage();
    page.onPageError(this::note);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            note(message.text());
          }
        });
    return page;
  }

  /** What went wrong in its pages. */
  String problems() {
    return String.join("\n", problems);
  }

  /** A description of its caches, which is another one when anything in them has changed. */
  String stored() throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : STORAGE) {
      Path folder = profile.resolve("Default").resolve(name);
      try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
        all.forEach(file -> files.add(file + " " + file.toFile().length()));
      } catch (UncheckedIOException e) {
        files.add("a file went away at " + System.nanoTime());
      }
    }
    return String.join("\n", files);
  }

  OptionalLong rendererBytes() throws IOException {
    return Renderers.bytes(profile);
  }

  @Override
  public void close() throws IOException {
    context.close();
    try (Stream<Path> all = Files.walk(profile)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A stack trace of the engine quotes a line of a megabyte. */
  private void note(String problem) {
    problems.add(problem.substring(0, Math.min(300, problem.length())));
  }
}
