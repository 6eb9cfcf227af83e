package vivarium.tests.browser.others;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts browsers for the tests of one class, each once. */
public final class OtherBrowsers implements AfterAllCallback {
  /** What they are. */
  public enum Kind {
    /** Its packages in Debian: firefox-esr. */
    FIREFOX,

    /** Its packages in Debian: webkit2gtk-driver and xvfb. */
    WEBKIT;

    private boolean isThere() {
      return this == FIREFOX ? Firefox.isThere() : WebKit.isThere();
    }

    private OtherBrowser start() throws IOException {
      return this == FIREFOX ? new Firefox(Files.createTempDirectory("firefox")) : new WebKit();
    }
  }

  private final Map<Kind, OtherBrowser> started = new EnumMap<>(Kind.class);

  /** A browser of that kind; the test is skipped where there is none. */
  public OtherBrowser get(Kind kind) {
    assumeTrue(kind.isThere(), "this machine has no " + kind);
    return started.computeIfAbsent(
        kind,
        it -> {
          try {
            return it.start();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void afterAll(ExtensionContext context) {
    started.values().forEach(OtherBrowser::close);
  }
}
