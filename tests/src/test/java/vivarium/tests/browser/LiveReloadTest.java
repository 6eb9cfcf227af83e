package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

class LiveReloadTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private Path deck;
  private Process server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    deck = folder.resolve("deck.md");
    Files.writeString(deck, text("before"));
    server =
        Vivarium.builder("serve", deck.toString(), "--no-open", "--port", "0")
            .redirectErrorStream(true)
            .start();
    BufferedReader lines = Vivarium.lines(server.getInputStream());
    Pattern address = Pattern.compile("http://\\S+");
    for (String line = lines.readLine(); url == null && line != null; line = lines.readLine()) {
      Matcher found = address.matcher(line);
      url = found.find() ? found.group() : null;
    }
    assertThat(url).as("the address that serve prints").isNotNull();
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  @Test
  void an_edit_appears_by_itself_and_the_reader_stays_on_the_slide() throws IOException {
    Page page = open("#/second");
    assertThat(page.locator("section.present p")).hasText("before");
    Files.writeString(deck, text("after"));
    assertThat(page.locator("section.present p")).hasText("after");
    assertThat(page.locator("section.present h2")).hasText("Second");
  }

  @Test
  void an_edit_of_a_cell_brings_its_fresh_output() throws IOException {
    Files.writeString(deck, text("```python {run}\n6 * 7\n```"));
    Page page = open("#/second");
    assertThat(page.locator("section.present .viv-output")).hasText("42");
    Files.writeString(deck, text("```python {run}\n6 * oops\n```"));
    assertThat(page.locator("section.present .viv-output")).containsText("'oops' is not defined");
    assertThat(page.locator(".viv-problems")).containsText("deck.md:10");
    Files.writeString(deck, text("```python {run}\n6 * 9\n```"));
    assertThat(page.locator("section.present .viv-output")).hasText("54");
    assertThat(page.locator(".viv-problems")).hasCount(0);
  }

  @Test
  void a_data_file_that_changes_brings_the_fresh_output_of_its_cells() throws IOException {
    Files.writeString(folder.resolve("data.txt"), "one");
    String cell = "```python {run}\nprint(open('data.txt').read())\n```";
    Files.writeString(deck, text(cell).replace("title: Deck", "files: [data.txt]"));
    Page page = open("#/second");
    assertThat(page.locator("section.present .viv-output")).hasText("one");
    Files.writeString(folder.resolve("data.txt"), "two and more");
    assertThat(page.locator("section.present .viv-output")).hasText("two and more");
  }

  @Test
  void a_cell_without_end_keeps_nobody_from_seeing_the_page() throws IOException {
    Files.writeString(
        deck, text("endless\n\n```python {run timelimit=600}\nwhile True: pass\n```"));
    Page page = open("#/second");
    assertThat(page.locator("section.present p")).hasText("endless");
    Files.writeString(deck, text("mended\n\n```python {run}\n6 * 9\n```"));
    assertThat(page.locator("section.present p")).hasText("mended");
    assertThat(page.locator("section.present .viv-output")).hasText("54");
  }

  @Test
  void problems_are_shown_over_the_page_and_go_away_when_mended() throws IOException {
    Page page = open("");
    Files.writeString(deck, text("![x](missing.png)"));
    assertThat(page.locator(".viv-problems")).containsText("deck.md:9:1");
    assertThat(page.locator(".viv-problems")).containsText("missing.png");
    Files.writeString(deck, "---\ntitle: [\n---\n");
    assertThat(page.locator(".viv-problems [data-severity=error]")).hasCount(1);
    assertThat(page.locator("h1")).hasText("Deck");
    Files.writeString(deck, text("mended"));
    assertThat(page.locator(".viv-problems")).hasCount(0);
  }

  private Page open(String hash) {
    Page page = CHROMIUM.blank(new Browser.NewContextOptions());
    page.navigate(url + hash);
    assertThat(page.locator("html.viv-deck-ready")).hasCount(1);
    return page;
  }

  private static String text(String paragraph) {
    return "---\ntitle: Deck\n---\n\n## First\n\n## Second\n\n" + paragraph + "\n";
  }
}
