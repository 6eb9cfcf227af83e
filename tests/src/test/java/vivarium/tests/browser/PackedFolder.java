package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.tests.command.Vivarium;

/**
 * A folder in which files are packed, and a browser without a network that opens them from the
 * disk. Nothing may be asked of anybody, and nothing may go wrong in a page.
 */
final class PackedFolder implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Chromium chromium = new Chromium();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Path folder;

  PackedFolder() {
    try {
      folder = Files.createTempDirectory("vivarium-packed");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium.beforeAll(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> asked = List.copyOf(requests);
    List<String> problems = chromium.problems();
    requests.clear();
    chromium.afterEach(context);
    assertThat(asked).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    chromium.afterAll(context);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Packs a file of the folder, of which nothing may be wrong, and opens it. */
  Page packed(String name, String... options) {
    Vivarium.Result result = pack(name, options);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return open(packedName(name));
  }

  /** What the command says. */
  Vivarium.Result pack(String name, String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "pack";
    arguments[1] = path(name).toString();
    arguments[2] = "-o";
    arguments[3] = path(packedName(name)).toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return Vivarium.run(arguments);
  }

  /** The size of what {@link #pack} made, in bytes. */
  long size(String name) throws IOException {
    return Files.size(path(packedName(name)));
  }

  Page open(String name) {
    return open(name, new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  Page open(String name, Browser.NewContextOptions options) {
    Page page = chromium.blank(options.setOffline(true));
    page.onRequest(
        request -> {
          if (!request.url().matches("(?s)(?:file|blob|data):.*")) {
            requests.add(request.url());
          }
        });
    page.navigate(path(name).toUri().toString());
    return page;
  }

  /** What went wrong so far, which the test wanted. */
  List<String> forgiven() {
    List<String> problems = chromium.problems();
    chromium.forgive();
    return problems;
  }

  private static String packedName(String name) {
    return name.substring(0, name.lastIndexOf('.')) + ".packed.html";
  }
}
