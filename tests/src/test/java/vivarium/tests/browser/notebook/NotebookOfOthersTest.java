package vivarium.tests.browser.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.notebook.NewNotebook;
import vivarium.tests.browser.Chromium;
import vivarium.tests.command.Vivarium;

/** {@code vivarium open --untrusted}: a notebook that somebody has sent. */
class NotebookOfOthersTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void it_finds_its_files_and_reaches_nobody_whatever_it_says(@TempDir Path folder)
      throws Exception {
    String code =
        """
        import js
        print(open("ages.csv").read())
        for place in ("http://127.0.0.1:1", "%s"):
            try:
                print("reached", await js.fetch(place))
            except Exception as error:
                print("refused", error)
        """;
    Files.writeString(folder.resolve("ages.csv"), "Ada,36");
    Path file = folder.resolve("theirs.ipynb");
    String front = "---\nnetwork: [\"http://127.0.0.1:1\"]\ntrust: author\n---";
    Files.writeString(
        file,
        new NewNotebook()
            .raw("front", front)
            .code("try", code.formatted(file.toUri()), List.of(), Optional.empty())
            .text());
    Process server =
        Vivarium.builder("open", "--untrusted", file.toString(), "--no-open", "--port", "0")
            .redirectErrorStream(true)
            .start();
    try {
      BufferedReader lines = Vivarium.lines(server.getInputStream());
      Matcher address = Pattern.compile("http://\\S+").matcher(lines.readLine());
      assertThat(address.find()).isTrue();
      NotebookDriver notebook =
          new NotebookDriver(CHROMIUM.blank(new Browser.NewContextOptions())).open(address.group());
      notebook.select(1).press("Shift+Enter");
      notebook.ends(1);
      assertThat(notebook.output(1)).containsText("Ada,36");
      assertThat(notebook.output(1).innerText().lines().skip(1))
          .hasSize(2)
          .allMatch(line -> line.startsWith("refused"));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }
}
