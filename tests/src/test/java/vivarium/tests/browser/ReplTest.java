package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A prompt in a page. */
class ReplTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static String site;

  @BeforeAll
  static void build() {
    site =
        new WrittenSite()
            .with("try.md", "---\ntitle: Try\nformat: page\n---\n```python {repl id=prompt}\n```\n")
            .with(
                "links.md",
                "---\ntitle: Links\nformat: page\n---\n```python {repl autorun id=prompt}\n```\n")
            .build()
            .serve();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static Page open(String address) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(site + address);
    assertThat(page.locator(".viv-repl-bar")).isVisible();
    return page;
  }

  private static Locator prompt(Page page) {
    return page.locator("#prompt .cm-content");
  }

  private static Locator enter(Page page, String code) {
    int before = page.locator(".viv-repl-entry").count();
    prompt(page).click();
    page.keyboard().insertText(code);
    page.keyboard().press("Enter");
    Locator entry = page.locator(".viv-repl-entry").nth(before);
    assertThat(entry).hasAttribute("state", java.util.regex.Pattern.compile("done|failed"));
    return entry;
  }

  @Test
  void what_is_entered_becomes_a_cell_with_its_output_and_the_prompt_is_empty_again() {
    Page page = open("try.html");
    Locator entry = enter(page, "6 * 7");
    assertThat(entry.locator(".viv-output")).hasText("42");
    assertThat(entry.locator("code .tok-number")).hasText(new String[] {"6", "7"});
    assertThat(prompt(page)).hasText("");
    assertThat(prompt(page)).isFocused();
    assertThat(page.locator("[role=log]")).hasAttribute("aria-label", "Inputs and outputs");
    assertThat(enter(page, "_ + 1").locator(".viv-output")).hasText("43");
    assertThat(enter(page, "1 / 0").locator(".viv-output")).containsText("ZeroDivisionError");
  }

  @Test
  void a_block_goes_on_until_an_empty_line() {
    Page page = open("try.html");
    prompt(page).click();
    page.keyboard().type("for n in range(3):");
    page.keyboard().press("Enter");
    page.keyboard().type("print(n)");
    page.keyboard().press("Enter");
    assertThat(page.locator(".viv-repl-entry")).hasCount(0);
    page.keyboard().press("Enter");
    assertThat(page.locator(".viv-repl-entry .viv-output")).hasText("0\n1\n2");
    page.keyboard().type("print(");
    page.keyboard().press("Delete");
    page.keyboard().press("Enter");
    page.keyboard().type("'open')");
    page.keyboard().press("Enter");
    assertThat(page.locator(".viv-repl-entry .viv-output").nth(1)).hasText("open");
  }

  @Test
  void arrows_bring_earlier_inputs_also_in_a_later_visit() {
    Page page = open("try.html");
    enter(page, "first = 1");
    enter(page, "second = 2");
    page.keyboard().type("fi");
    page.keyboard().press("Escape");
    page.keyboard().press("ArrowUp");
    assertThat(prompt(page)).hasText("first = 1");
    page.keyboard().press("ArrowDown");
    assertThat(prompt(page)).hasText("fi");
    page.reload();
    assertThat(page.locator(".viv-repl-bar")).isVisible();
    assertThat(prompt(page)).hasText("fi");
    prompt(page).fill("");
    page.locator("[data-repl=repl-previous]").click();
    assertThat(prompt(page)).hasText("second = 2");
  }

  @Test
  void variables_stand_in_a_table_that_follows_them() {
    Page page = open("try.html");
    enter(page, "words = ['a', 'b']");
    page.locator("[data-repl=variables]").click();
    Locator table = page.locator(".viv-variables table");
    assertThat(table.locator("tbody tr")).hasText(new String[] {"wordslist2['a', 'b']"});
    enter(page, "number = 1");
    assertThat(table.locator("tbody th")).hasText(new String[] {"number", "words"});
    page.locator("[data-repl=repl-restart]").click();
    assertThat(page.locator(".viv-repl-said")).containsText("all variables are gone");
    assertThat(enter(page, "words").locator(".viv-output")).containsText("NameError");
  }

  @Test
  void a_running_input_is_stopped_with_a_key_and_all_can_be_downloaded() throws IOException {
    Page page = open("try.html");
    enter(page, "x = 1");
    prompt(page).click();
    page.keyboard().insertText("import time; time.sleep(1000)");
    page.keyboard().press("Enter");
    Locator sleeping = page.locator(".viv-repl-entry").nth(1);
    assertThat(sleeping).hasAttribute("state", "running");
    page.keyboard().press("Control+c");
    assertThat(sleeping).hasAttribute("state", "stopped");
    Download download =
        page.waitForDownload(() -> page.locator("[data-repl=repl-download]").click());
    assertThat(download.suggestedFilename()).isEqualTo("try.py");
    assertThat(Files.readString(download.path()))
        .isEqualTo("x = 1\n\nimport time; time.sleep(1000)\n");
    page.keyboard().press("Control+l");
    page.locator("[data-repl=repl-clear]").click();
    assertThat(page.locator(".viv-repl-entry")).hasCount(0);
  }

  @Test
  void a_link_brings_code_that_waits_for_its_reader() {
    Page page = open("try.html?code=print(%22hello%22)&run=1&theme=dark");
    assertThat(prompt(page)).hasText("print(\"hello\")");
    assertThat(page.locator("html")).hasAttribute("data-viv-theme", "dark");
    assertThat(page.locator(".viv-repl-entry")).hasCount(0);
    prompt(page).click();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".viv-repl-entry .viv-output")).hasText("hello");
  }

  @Test
  void a_link_runs_its_code_where_the_author_says_so() {
    Page page = open("links.html?code=print(%22hello%22)&run=1");
    assertThat(page.locator(".viv-repl-entry .viv-output")).hasText("hello");
    Page without = open("links.html?code=print(%22hello%22)");
    assertThat(prompt(without)).hasText("print(\"hello\")");
    assertThat(without.locator(".viv-repl-entry")).hasCount(0);
  }

  @Test
  void a_link_brings_no_package_that_the_site_does_not_have() {
    Page page = open("try.html?packages=nothing-there");
    assertThat(page.locator(".viv-repl-said"))
        .containsText("This page does not have `nothing-there`");
    Page wrong = open("try.html?packages=%22%5D)%3B1");
    assertThat(wrong.locator(".viv-repl-said")).containsText("is no name of a package");
  }
}
