package vivarium.tests.hostile;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** Somebody who writes code into the cells of a page. */
record Stranger(Page page) {
  private static final String RUN =
      """
      async ([id, code]) => {
        await customElements.whenDefined("viv-cell");
        const cell = document.getElementById(id);
        cell.code = code;
        const { status, outputs } = await cell.run();
        const of = (type) => outputs.filter((output) => output.output_type === type);
        return JSON.stringify({
          status,
          text: of("stream").map((output) => output.text).join(""),
          error: of("error").map((output) => `${output.ename}: ${output.evalue}`).join(""),
        });
      }
      """;

  /**
   * What came of a run.
   *
   * @param status as the page's scripts are told
   * @param text what was printed
   * @param error the name and the message of what ended it; empty for nothing
   */
  record Outcome(String status, String text, String error) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  /** Runs code in the first cell. */
  Outcome run(String code) {
    return run("cell", code);
  }

  Outcome run(String cell, String code) {
    String text = (String) page.evaluate(RUN, List.of(cell, code));
    JsonObject outcome = JsonObject.of(Json.parse(text));
    return new Outcome(outcome.string("status"), outcome.string("text"), outcome.string("error"));
  }

  /** Begins to run code in the first cell. */
  void begin(String code) {
    page.evaluate(
        """
        async (code) => {
          await customElements.whenDefined("viv-cell");
          const cell = document.getElementById("cell");
          cell.code = code;
          void cell.run();
        }
        """,
        code);
  }

  Locator cell() {
    return page.locator("#cell");
  }

  Locator output() {
    return page.locator("#cell .viv-output");
  }

  /** What the first cell shows in a frame. */
  FrameLocator framed() {
    return page.frameLocator("#cell .viv-output iframe");
  }
}
