package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** Functions that are called for events. */
class WhenTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  private static final String BUTTONS =
      "<button class=\"WHERE-button\"></button><button class=\"WHERE-button\"></button>";

  @Test
  void handlers_take_the_event_or_nothing_and_may_wait() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.PLAIN,
            BUTTONS,
            """
            from pyscript import when
            said = []
            def heard(word):
                said.append(word)
                if len(said) == 12:
                    answer(*sorted(said))
            buttons = "." + where + "-button"
            @when("click", buttons)
            def with_event(event):
                heard(event.type + " " + event.target.localName)
            @when("click", document.querySelector(buttons))
            @when("mouseover", buttons)
            def without():
                heard("without")
            @when("click", document.querySelectorAll(buttons))
            async def waiting(event):
                await asyncio.sleep(0)
                heard("waiting")
            @when(["click", "focus"], [document.querySelector(buttons)], once=True)
            def once(*events):
                heard("once")
            for each in document.querySelectorAll(buttons):
                each.click()
                each.click()
            without()
            """);
    page.until("Object.keys(answers).length === 4");
    String clicks = "\"click button\", \"click button\", \"click button\", \"click button\"";
    page.allAnswered(
        "["
            + clicks
            + ", \"once\", \"waiting\", \"waiting\", \"waiting\", \"waiting\""
            + ", \"without\", \"without\", \"without\"]");
  }

  @Test
  void what_cannot_be_listened_to_is_said() {
    Everywhere.run(
            PAGES,
            Headers.ISOLATED,
            "",
            """
            from pyscript import Event, when
            def ignore(event):
                pass
            answer(raised(lambda: when("click", "#nope")(ignore)))
            answer(raised(lambda: when("click")(ignore)))
            answer(raised(lambda: when("click", 3)(ignore)))
            answer(raised(lambda: Event().add_listener(3)))
            """)
        .allAnswered(
            "[\"ValueError: No elements found for selector: #nope\"]",
            "[\"ValueError: Selector required for DOM event handling.\"]",
            "[\"TypeError: when() cannot listen to 3\"]",
            "[\"ValueError: Listener must be callable.\"]");
  }

  @Test
  void own_events_are_heard_until_the_listener_goes() {
    Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import Event, when
            said = []
            ready = Event()
            other = Event()
            @when([ready, other])
            def first(result):
                said.append(result)
            @when(ready)
            def second():
                said.append("second")
            @when(ready)
            async def third(result):
                said.append("third " + result)
            ready.add_listener(first)
            ready.trigger("one")
            other.trigger("two")
            ready.remove_listener(first)
            ready.trigger("three")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            ready.remove_listener()
            ready.trigger("four")
            answer(*said)
            """)
        .allAnswered("[\"one\", \"second\", \"two\", \"second\", \"third one\", \"third three\"]");
  }

  @Test
  void later_elements_are_taken_when_that_is_asked_for() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import when
            @when("click", "." + where + "-late", live=True)
            def clicked(event):
                answer(event.currentTarget.className)
            late = document.createElement("button")
            late.className = where + "-late"
            area.append(late)
            """);
    page.until(
        "finished.every((where) => { document.querySelector(`.${where}-late`).click(); return"
            + " answers[where]; })");
    assertThat(page.answers().get("mpy-worker").get(0)).isEqualTo("[\"mpy-worker-late\"]");
  }

  @Test
  void errors_in_handlers_are_shown_with_the_readers_lines_alone() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.PLAIN,
            BUTTONS,
            """
            from pyscript import when
            @when("click", "." + where + "-button")
            async def waits_and_fails(event):
                await asyncio.sleep(0)
                raise ValueError("async in " + where)
            @when("click", "." + where + "-button")
            def fails(event):
                raise ValueError("in " + where)
            document.querySelector("." + where + "-button").click()
            """);
    page.until("document.querySelectorAll('.py-error').length === 8");
    String shown = String.join("\n", page.page().page().locator(".py-error").allInnerTexts());
    for (String place : Everywhere.PLACES) {
      assertThat(shown)
          .contains("ValueError: async in " + place)
          .contains("ValueError: in " + place);
    }
    assertThat(shown).contains("in waits_and_fails").doesNotContain("/pyscript/", "_pyodide");
    PAGES.forgive();
  }
}
