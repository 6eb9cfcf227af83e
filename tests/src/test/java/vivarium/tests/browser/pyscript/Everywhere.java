package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** A page that runs the same code with both interpreters, each on the page and in a worker. */
final class Everywhere {
  static final List<String> PLACES = List.of("py-main", "py-worker", "mpy-main", "mpy-worker");

  private static final String BEFORE =
      """
      import asyncio, json
      from pyscript import RUNNING_IN_WORKER, config, document, window
      where = config["type"] + ("-worker" if RUNNING_IN_WORKER else "-main")
      area = document.getElementById(where)
      def answer(*values):
          window.take(where, json.dumps(values))
      def raised(function):
          try:
              function()
          except Exception as error:
              return type(error).__name__ + ": " + str(error)
      """;
  private static final String AFTER = "\nwindow.finish(where)\n";

  private static int count;

  private final PyscriptPage page;

  private Everywhere(PyscriptPage page) {
    this.page = page;
  }

  /**
   * Opens the page and waits until all have run. Its body has {@code html} once for each place,
   * with {@code WHERE} replaced by the place; {@code area} is an element of that id.
   */
  static Everywhere run(Pages pages, Headers headers, String html, String code) {
    String file = "everywhere" + count++ + ".py";
    PageServer.put(file, BEFORE + code + AFTER);
    StringBuilder body =
        new StringBuilder(
            """
            <script>
            globalThis.answers = {};
            globalThis.finished = [];
            globalThis.take = (where, text) => void (answers[where] ??= []).push(text);
            globalThis.finish = (where) => void finished.push(where);
            </script>
            """);
    for (String place : PLACES) {
      body.append("<div id=\"" + place + "\">" + html.replace("WHERE", place) + "</div>\n");
    }
    for (String place : PLACES) {
      String type = place.substring(0, place.indexOf('-'));
      String worker = place.endsWith("worker") ? " worker" : "";
      body.append("<script type=\"" + type + "\"" + worker + " src=\"" + file + "\"></script>\n");
    }
    PyscriptPage page = pages.open(headers, body.toString());
    return new Everywhere(page)
        .until("finished.length === 4 || document.querySelector('.py-error')");
  }

  Everywhere until(String condition) {
    page.until(condition);
    return this;
  }

  PyscriptPage page() {
    return page;
  }

  /** All places have given these answers, each the JSON of what {@code answer} was given. */
  void allAnswered(String... expected) {
    Map<String, List<String>> each = new LinkedHashMap<>();
    PLACES.forEach(place -> each.put(place, List.of(expected)));
    assertThat(page.page().locator(".py-error").allInnerTexts()).isEmpty();
    assertThat(answers()).isEqualTo(each);
  }

  @SuppressWarnings("unchecked") // What Playwright makes of the page's object.
  Map<String, List<String>> answers() {
    Map<String, List<String>> found = (Map<String, List<String>>) page.value("answers");
    Map<String, List<String>> sorted = new LinkedHashMap<>();
    PLACES.forEach(place -> sorted.put(place, found.getOrDefault(place, List.of())));
    return sorted;
  }
}
