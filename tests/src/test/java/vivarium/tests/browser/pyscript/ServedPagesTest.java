package vivarium.tests.browser.pyscript;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.tests.command.Vivarium;

/** Pages of HTML that {@code vivarium serve} shows while their author writes them. */
class ServedPagesTest {
  private static final LocatorAssertions.HasTextOptions PATIENT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @RegisterExtension static final Pages PAGES = new Pages();

  @TempDir Path folder = Path.of("");

  @Test
  void a_page_reloads_when_it_or_its_script_changes() throws IOException, InterruptedException {
    write("Before");
    Files.writeString(folder.resolve("main.py"), script("one"));
    Process server =
        Vivarium.builder("serve", folder.toString(), "--no-open", "--port", "0")
            .redirectErrorStream(true)
            .start();
    try {
      Page page = PAGES.browser().blank(new Browser.NewContextOptions());
      page.navigate(address(server) + "page.html");
      assertThat(page.locator("h1")).hasText("Before");
      assertThat(page.locator("#out")).hasText("one", PATIENT);
      PAGES.forgive(); // Until the first build was done, there was no page.
      write("After");
      assertThat(page.locator("h1")).hasText("After", PATIENT);
      assertThat(page.locator("#out")).hasText("one", PATIENT);
      Files.writeString(folder.resolve("main.py"), script("two"));
      assertThat(page.locator("#out")).hasText("two", PATIENT);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private void write(String heading) throws IOException {
    Files.writeString(
        folder.resolve("page.html"),
        """
        <!doctype html>
        <title>Page</title>
        <link rel="icon" href="data:,">
        <h1>HEADING</h1>
        <p id="out"></p>
        <script type="mpy" src="main.py"></script>
        """
            .replace("HEADING", heading));
  }

  private static String script(String text) {
    return "from pyscript import document\ndocument.getElementById('out').textContent = '"
        + text
        + "'\n";
  }

  private static String address(Process server) throws IOException {
    BufferedReader lines = Vivarium.lines(server.getInputStream());
    Pattern address = Pattern.compile("http://\\S+/");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = address.matcher(line);
      if (found.find()) {
        return found.group();
      }
    }
    throw new IllegalStateException("serve prints no address");
  }
}
