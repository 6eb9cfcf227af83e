package vivarium.tests.browser.pyscript;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Objects of the page behave in a worker as they do on the page. */
class PageObjectsTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  @ParameterizedTest
  @EnumSource(Headers.class)
  void objects_of_the_page_are_the_same_to_all(Headers headers) {
    Everywhere.run(
            PAGES,
            headers,
            "<p>one</p><p>two</p>",
            """
            from pyscript.ffi import to_js
            answer(area == document.getElementById(where), area.id == where, bool(area))
            answer([each.textContent for each in area.querySelectorAll("p")])
            answer(document.getElementById("nope"), hasattr(document, "nope"), hasattr(document, "body"))
            answer(getattr(window, "nope", 5), raised(lambda: document.nope).split(":")[0])
            answer(window.Math.max(1, 5, 3), window.parseInt("12"), window.String(2.5))
            answer(window.JSON.stringify(to_js({"a": [1, None, True, 2.5, "x"]})))
            pairs = window.Map.new(to_js([["a", 2]]))
            answer(pairs.get("a"), pairs.size, window.Array.new(3).length)
            answer(await window.Promise.resolve(42))
            area.dataset.word = "x"
            answer(area.dataset.word, area.getAttribute("data-word"))
            response = await window.fetch("everywhere.txt")
            answer(response.status, window.crossOriginIsolated in (True, False))
            """)
        .allAnswered(
            "[true, true, true]",
            "[[\"one\", \"two\"]]",
            "[null, false, true]",
            "[5, \"AttributeError\"]",
            "[5, 12, \"2.5\"]",
            "[\"{\\\"a\\\":[1,null,true,2.5,\\\"x\\\"]}\"]",
            "[2, 1, 3]",
            "[42]",
            "[\"x\", \"x\"]",
            "[404, true]");
    PAGES.forgive();
  }
}
