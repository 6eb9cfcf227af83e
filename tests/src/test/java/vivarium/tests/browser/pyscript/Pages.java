package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.tests.browser.Chromium;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/**
 * Opens the pages of a test class in a browser of its own. A test in which something went wrong
 * that it did not {@link #forgive} fails.
 */
final class Pages implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Chromium browser = new Chromium();

  @Override
  public void beforeAll(ExtensionContext context) {
    browser.beforeAll(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      assertThat(browser.problems()).isEmpty();
    } finally {
      browser.afterEach(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    browser.afterAll(context);
  }

  /** A page with this body, on a host without special headers. */
  PyscriptPage open(String body) {
    return open(Headers.PLAIN, body);
  }

  /** The same on a host with these headers. */
  PyscriptPage open(Headers headers, String body) {
    return PyscriptPage.open(browser, headers, body);
  }

  /** A page with this body, in which {@code TYPE} becomes {@code py} or {@code mpy}. */
  PyscriptPage open(String type, String body) {
    return open(type, Headers.PLAIN, body);
  }

  /** The same on a host with these headers. */
  PyscriptPage open(String type, Headers headers, String body) {
    return open(headers, body.replace("TYPE", type));
  }

  /** What went wrong so far was wanted. */
  void forgive() {
    browser.forgive();
  }

  /** For pages of other hosts. */
  Chromium browser() {
    return browser;
  }
}
