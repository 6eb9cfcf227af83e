package vivarium.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vivarium.tests.command.Vivarium;

/** A site that readers can keep, built by the real command, in a folder of its host. */
final class KeptSite {
  /** Neither is a name that addresses hold as it is. */
  private static final String FOLDER = "ein Kurs/über 1+1";

  private static final String ADDRESS = "ein%20Kurs/%C3%BCber%201+1/";

  private final Path source;
  private final Path host;
  private final TamperingServer server;

  KeptSite() {
    try {
      source = Files.createTempDirectory("vivarium-kept");
      host = Files.createDirectory(source.resolveSibling(source.getFileName() + "-host"));
      server = TamperingServer.start(host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a file, or writes it anew. */
  KeptSite with(String path, String text) {
    try {
      Path file = source.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds it where the server finds it; fails when the command has anything to say. */
  KeptSite publish(String... options) {
    return build(folder(), options);
  }

  /** As {@link #publishToKeep}, in the root of the host. */
  KeptSite publishAtRoot() {
    return build(host, "--offline-app", "--no-run");
  }

  private KeptSite build(Path folder, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("build", source.toString(), "-o", folder.toString()));
    arguments.addAll(List.of(options));
    Vivarium.Result result = Vivarium.run(arguments.toArray(String[]::new));
    if (result.exitCode() != 0 || !result.err().isEmpty()) {
      throw new IllegalStateException("The site was not built well:\n" + result.err());
    }
    return this;
  }

  /** Builds a version that readers can keep, quickly: no cell runs. */
  KeptSite publishToKeep() {
    return publish("--offline-app", "--no-run");
  }

  TamperingServer server() {
    return server;
  }

  /** The folder of the site. */
  Path folder() {
    return host.resolve(FOLDER);
  }

  String url(String page) {
    return server.url(ADDRESS + page);
  }

  /** The address of a page of the same host which is not in the site. */
  String elsewhere() throws IOException {
    Files.writeString(host.resolve("elsewhere.html"), "<!doctype html><p>Another site.");
    return server.url("elsewhere.html");
  }

  /** Opens a page, and waits until the site is kept. */
  Page visit(Chromium chromium, String page) {
    Page opened = chromium.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
    opened.navigate(url(page));
    waitUntilKept(opened);
    return opened;
  }

  /** Waits for a service worker that answers for the page. */
  static void waitUntilKept(Page page) {
    Eventually.holds(page, "navigator.serviceWorker.controller?.state === 'activated'");
  }

  /** Waits for the notice that a new version is here, and takes it. */
  static void takeNewVersion(Page page) {
    PlaywrightAssertions.assertThat(page.locator(".viv-update")).isVisible();
    page.evaluate("window.isOld = true");
    page.locator(".viv-update-reload").click();
    Eventually.holds(page, "!window.isOld && document.readyState === 'complete'");
  }

  /** The names of what is kept. */
  static List<String> caches(Page page) {
    List<String> names = new ArrayList<>();
    ((List<?>) page.evaluate("caches.keys()")).forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  /** Waits until one version is kept, and no other. */
  static void waitUntilOneIsKept(Page page) {
    page.waitForCondition(
        () -> caches(page).stream().filter(name -> !name.endsWith(" pages")).count() == 1);
  }
}
