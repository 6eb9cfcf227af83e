package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** New versions of a site that readers keep. */
class OfflineVersionsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final KeptSite site = new KeptSite();

  @BeforeEach
  void first_version() {
    version("first");
    site.publishToKeep();
  }

  private KeptSite version(String name) {
    return site.with("index.md", "# Start\n\n" + name + " [note](note.txt)\n")
        .with("second.md", "# Second\n\n" + name + "\n")
        .with("note.txt", name);
  }

  @Test
  void a_reader_goes_over_to_a_new_version_when_they_want() {
    Page page = site.visit(CHROMIUM, "index.html");
    site.server().reset();
    version("later").publishToKeep();
    page.reload();
    assertThat(text(page)).containsText("first");
    assertThat(page.locator(".viv-update[role=status]")).containsText("A new version is here.");
    page.navigate(site.url("second.html"));
    assertThat(text(page)).containsText("first");
    page.locator(".viv-update-reload").press("Enter");
    assertThat(text(page)).containsText("later");
    assertThat(page.locator(".viv-update")).hasCount(0);
    site.server().cut();
    page.navigate(site.url("index.html"));
    assertThat(text(page)).containsText("later");
    KeptSite.waitUntilOneIsKept(page);
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @Test
  void what_did_not_change_is_not_fetched_again() {
    Page page = site.visit(CHROMIUM, "index.html");
    site.server().reset();
    version("later").publishToKeep();
    page.reload();
    KeptSite.takeNewVersion(page);
    assertThat(site.server().asked("second.html")).isEqualTo(1);
    assertThat(site.server().asked("theme.css")).isZero();
    assertThat(site.server().asked("vivarium.js")).isZero();
  }

  @Test
  void a_new_version_comes_by_itself_when_the_last_page_is_closed() throws IOException {
    Page page = site.visit(CHROMIUM, "index.html");
    version("later").publishToKeep();
    page.reload();
    assertThat(page.locator(".viv-update")).isVisible();
    Page next = page.context().newPage();
    page.close();
    next.navigate(site.elsewhere());
    next.waitForCondition(
        () ->
            next.evaluate(
                    """
                    async () => (await navigator.serviceWorker.getRegistrations())
                      .every(({ waiting, active }) => !waiting && active?.state === "activated")
                    """)
                .equals(true));
    next.navigate(site.url("index.html"));
    assertThat(text(next)).containsText("later");
  }

  @Test
  void a_page_that_is_open_gets_nothing_of_another_version() {
    Page page = site.visit(CHROMIUM, "index.html");
    Page other = page.context().newPage();
    other.navigate(site.url("index.html"));
    version("later").publishToKeep();
    page.reload();
    KeptSite.takeNewVersion(page);
    assertThat(note(page)).isEqualTo("later");
    assertThat(note(other)).isEqualTo("first");
    assertThat(text(other)).containsText("first");
    KeptSite.takeNewVersion(other);
    assertThat(note(other)).isEqualTo("later");
    other.reload();
    KeptSite.waitUntilOneIsKept(other);
  }

  @Test
  void a_reader_may_close_the_notice_and_go_on() {
    Page page = site.visit(CHROMIUM, "index.html");
    version("later").publishToKeep();
    page.reload();
    page.locator(".viv-update-close").click();
    assertThat(page.locator(".viv-update")).hasCount(0);
    assertThat(text(page)).containsText("first");
  }

  @Test
  void a_version_with_a_broken_file_is_refused_as_a_whole() {
    Page page = site.visit(CHROMIUM, "index.html");
    version("later").publishToKeep();
    site.server().change("second.html", bytes -> "broken".getBytes(StandardCharsets.UTF_8));
    page.waitForConsoleMessage(
        new Page.WaitForConsoleMessageOptions()
            .setPredicate(message -> message.text().contains("second.html is not what was built")),
        page::reload);
    assertThat(text(page)).containsText("first");
    page.navigate(site.url("second.html"));
    assertThat(text(page)).containsText("first");
    assertThat(page.locator(".viv-update")).hasCount(0);
    KeptSite.waitUntilOneIsKept(page);
    site.server().reset();
    page.reload();
    KeptSite.takeNewVersion(page);
    assertThat(text(page)).containsText("later");
  }

  @Test
  void a_version_with_a_missing_file_is_refused_as_a_whole() {
    Page page = site.visit(CHROMIUM, "index.html");
    version("later").publishToKeep();
    site.server().hide("note.txt");
    page.waitForConsoleMessage(
        new Page.WaitForConsoleMessageOptions()
            .setPredicate(message -> message.text().contains("note.txt answered 404")),
        page::reload);
    assertThat(note(page)).isEqualTo("first");
  }

  @Test
  void a_site_without_the_option_is_read_from_the_network_again() {
    Page page = site.visit(CHROMIUM, "index.html");
    version("plain").publish("--no-run");
    page.reload();
    KeptSite.takeNewVersion(page);
    assertThat(text(page)).containsText("plain");
    isGone(page);
    version("plainer").publish("--no-run");
    page.reload();
    assertThat(text(page)).containsText("plainer");
  }

  @Test
  void a_host_that_answers_every_path_with_a_page_does_not_keep_the_worker() throws IOException {
    Page page = site.visit(CHROMIUM, "index.html");
    version("plain").publish("--no-run");
    Files.writeString(site.folder().resolve("offline-worker.js"), "<!doctype html>");
    site.server().declare("offline-worker.js", "Content-Type", "text/html");
    page.reload();
    KeptSite.takeNewVersion(page);
    assertThat(text(page)).containsText("plain");
    isGone(page);
  }

  /** It goes with the last page that needs it, which a browser may close late. */
  private static void isGone(Page page) {
    page.reload();
    page.waitForCondition(
        () ->
            page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length")
                .equals(0));
    assertThat(KeptSite.caches(page)).isEmpty();
  }

  private static Object note(Page page) {
    return page.evaluate("fetch('note.txt').then((answer) => answer.text())");
  }

  private static Locator text(Page page) {
    return page.locator("main");
  }
}
