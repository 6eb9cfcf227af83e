package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;
import vivarium.tests.packages.Numpy;

/** Extension modules: NumPy, in a page that may ask nobody but its own site. */
class NumpyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DOCUMENT =
      """
      ---
      title: Waves
      format: page
      engine: 0.27.7
      ---
      A sum of two waves, by NumPy.

      ```python {run #cell}
      import numpy as np

      class Curve:
          def __init__(self, ys):
              xs = np.linspace(0, 560, len(ys))
              self.points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, 60 - 25 * ys))

          def _repr_svg_(self):
              return (
                  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 120" width="560">'
                  f'<polyline fill="none" stroke="green" stroke-width="2" points="{self.points}"/>'
                  "</svg>"
              )

      x = np.linspace(0, 2 * np.pi, 200)
      Curve(np.sin(3 * x) + np.cos(7 * x) / 2)
      ```

      ```python {run #more}
      rng = np.random.default_rng(1)
      a = rng.normal(size=(4, 4))
      print(np.allclose(np.linalg.inv(a) @ a, np.eye(4)), np.fft.fft([1, 0, 0, 0]).real, np.__version__)
      ```
      """;

  private static Path site;
  private static TamperingServer images;
  private static TamperingServer plain;

  @BeforeAll
  static void build() throws IOException {
    LockedFolder folder = Numpy.in(LockedFolder.create()).document("page", DOCUMENT);
    Vivarium.Result locked = folder.lock("--offline");
    assertThat(locked.err()).isEmpty();
    assertThat(locked.out())
        .startsWith("Locked 1 package for Pyodide 0.27.7")
        .contains("numpy 2.0.1");
    site = folder.build();
    images = TamperingServer.start(site);
    plain = TamperingServer.start(folder.build("--no-images"));
  }

  @Test
  void the_page_shows_what_numpy_calculated_before_python_starts() throws IOException {
    assertThat(Files.readString(site.resolve("page.html")))
        .contains("data:image/svg+xml", "polyline", "True [1. 1. 1. 1.] 2.0.1");
  }

  @Test
  void it_draws_its_data_in_a_browser_that_has_never_seen_it() {
    for (TamperingServer server : List.of(images, plain)) {
      List<String> elsewhere = new CopyOnWriteArrayList<>();
      Page page = CHROMIUM.blank(new Browser.NewContextOptions().setViewportSize(1280, 720));
      page.context()
          .addInitScript(
              "window.kernels = []; document.addEventListener('viv:kernel',"
                  + " (event) => kernels.push(event.detail));");
      page.context()
          .onRequest(
              request -> {
                if (!request.url().matches("(?:" + server.url("") + "|data:|blob:).*")) {
                  elsewhere.add(request.url());
                }
              });
      page.navigate(server.url("page.html"));
      CellDriver cell = new CellDriver(page, "cell");
      cell.type(
              DOCUMENT
                  .substring(DOCUMENT.indexOf("import numpy"), DOCUMENT.indexOf("```\n\n```"))
                  .replace("3 * x", "2 * x"))
          .run();
      PlaywrightAssertions.assertThat(cell.output().locator("img, svg")).hasCount(1);
      assertThat(new CellDriver(page, "more").run().outputText())
          .isEqualTo("True [1. 1. 1. 1.] 2.0.1");
      String source = server == images ? "image" : "plain";
      assertThat(page.evaluate("kernels.find(({ state }) => state === 'ready').source"))
          .isEqualTo(source);
      assertThat(server.asked("wasm32.whl")).isEqualTo(server == images ? 0 : 1);
      assertThat(elsewhere).as("requests that left the site").isEmpty();
    }
  }
}
