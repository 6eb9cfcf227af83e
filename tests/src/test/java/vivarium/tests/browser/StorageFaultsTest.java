package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageFaultsTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private DraftSite.Host host;

  @BeforeEach
  void serve() throws IOException {
    host = new DraftSite.Host();
  }

  @Test
  void text_that_is_a_second_old_survives_the_browser_being_killed(@TempDir Path profile) {
    try (Playwright playwright = playwright()) {
      Page page = launch(playwright, profile).pages().get(0);
      page.navigate(host.url("a/"));
      new CellDriver(page, "named").type("print('older')");
      page.keyboard().type(" # and more");
      page.waitForTimeout(1000); // What is promised: no condition could stand for it.
      kill(profile);
    }
    try (Playwright playwright = playwright()) {
      BrowserContext context = launch(playwright, profile);
      Page page = context.pages().get(0);
      page.navigate(host.url("a/"));
      shows(page, "named", "print('older') # and more");
      context.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
        """
        IDBFactory.prototype.open = () => {
          const request = new EventTarget();
          setTimeout(() => request.onerror(new Event("error")));
          return request;
        };
        """,
        "IDBFactory.prototype.open = () => ({});"
      })
  void where_nothing_can_be_kept_the_reader_is_told_and_can_go_on(String fault) throws IOException {
    Page page = blank();
    page.addInitScript(fault);
    page.navigate(host.url("a/"));
    Locator trouble = page.locator(".viv-trouble");
    assertThat(trouble).containsText("Your work is not kept.");
    CellDriver cell = new CellDriver(page, "named").type("print('mine')").run();
    assertThat(cell.outputText()).isEqualTo("mine");
    Download download =
        page.waitForDownload(() -> trouble.locator("[data-action=download]").click());
    assertThat(Files.readString(download.path())).contains("print('mine')");
    cell.locator().hover();
    cell.locator().locator("[data-action=reset]").click();
    shows(page, "named", "print(\"one\")");
    cell.locator().locator("[data-action=undo]").click();
    shows(page, "named", "print('mine')");
  }

  @Test
  void a_full_disk_is_said_and_all_is_kept_once_there_is_room() {
    Page page = blank();
    page.navigate(host.url("a/"));
    page.evaluate(
        """
        () => {
          window.put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function () {
            this.transaction.abort();
            throw new DOMException("full", "QuotaExceededError");
          };
        }
        """);
    new CellDriver(page, "named").type("mine()");
    assertThat(page.locator(".viv-trouble")).containsText("Your work is not kept.");
    assertThat(page.locator(".viv-work-state")).hasText("Not kept");
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }");
    new CellDriver(page, "gone").type("also()");
    assertThat(page.locator(".viv-trouble")).hasCount(0);
    assertThat(page.locator(".viv-work-state")).hasText("Saved");
    page.reload();
    shows(page, "named", "mine()");
    shows(page, "gone", "also()");
  }

  @Test
  void what_cannot_be_read_is_said_and_left_and_the_rest_is_there() {
    Page page = blank();
    page.navigate(host.url("a/"));
    new CellDriver(page, "named").type("mine()");
    assertThat(page.locator(".viv-work-state")).hasText("Saved");
    page.evaluate(
        """
        () => new Promise((resolve) => {
          const opening = indexedDB.open("vivarium");
          opening.onsuccess = () => {
            const database = opening.result;
            const change = database.transaction("drafts", "readwrite");
            const drafts = change.objectStore("drafts");
            const asked = drafts.getAllKeys();
            asked.onsuccess = () => {
              const [document] = asked.result[0];
              const garbage = ["", "{", 7, null, { a: 1 }, new Uint8Array(9), '{"version":99}'];
              garbage.forEach((value, i) => drafts.put(value, [document, `bad${i}`]));
              drafts.put("x", [document, 5]);
            };
            change.oncomplete = () => { database.close(); resolve(); };
          };
        })
        """);
    page.reload();
    shows(page, "named", "mine()");
    assertThat(page.locator(".viv-trouble")).containsText("8 pieces of work");
    new CellDriver(page, "named").type("still()");
    page.reload();
    shows(page, "named", "still()");
    assertThat(page.locator(".viv-trouble")).containsText("8 pieces of work");
  }

  @Test
  void a_database_of_another_version_is_read_all_the_same() {
    Page page = blank();
    page.navigate(host.url("a/"));
    new CellDriver(page, "named").type("mine()");
    assertThat(page.locator(".viv-work-state")).hasText("Saved");
    page.navigate(host.url("a/vivarium/site.json"));
    page.evaluate(
        """
        () => new Promise((resolve) => {
          const opening = indexedDB.open("vivarium", 9);
          opening.onupgradeneeded = () => opening.result.createObjectStore("later");
          opening.onsuccess = () => { opening.result.close(); resolve(); };
        })
        """);
    page.navigate(host.url("a/"));
    shows(page, "named", "mine()");
  }

  private static Page blank() {
    return CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static BrowserContext launch(Playwright playwright, Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(Chromium.executable())
                .setArgs(Chromium.ARGUMENTS));
  }

  /** Kills the browser of a profile at once, with all its processes. */
  private static void kill(Path profile) {
    List<ProcessHandle> doomed = new ArrayList<>();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
        .forEach(
            process -> {
              doomed.add(process);
              process.descendants().forEach(doomed::add);
            });
    assertThat(doomed).isNotEmpty();
    doomed.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : doomed) {
      process.onExit().join();
    }
  }

  private static void shows(Page page, String id, String code) {
    Eventually.holds(
        page, "([id, code]) => document.getElementById(id)?.code === code", List.of(id, code));
  }
}
