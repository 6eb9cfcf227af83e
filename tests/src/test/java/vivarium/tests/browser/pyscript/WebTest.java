package vivarium.tests.browser.pyscript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** The page's elements as Python objects. */
class WebTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  private static void run(Headers headers, String code, String... expected) {
    Everywhere.run(
            PAGES, headers, "", "from pyscript.web import *\nfrom pyscript import web\n" + code)
        .allAnswered(expected);
  }

  @Test
  void elements_are_made_changed_and_found() {
    run(
        Headers.PLAIN,
        """
        own = web.page[where]
        box = div("te<b>x</b>t", p("inner", id=where + "-p"), classes=["a", "b"], title="t")
        own.append(box, "plain <i>", [span("s")])
        answer(own.innerHTML.replace(where, ""))
        answer(web.page["#" + where + "-p"].innerHTML, web.page["nope"], own["#" + where + "-p"].localName)
        answer(own == web.page[where], own == box, box.parent == own, len(own.children))
        answer([each.localName for each in own], own[0] == box, own[-1].localName, len(own[0:2]))
        box.classes.add("c")
        box.classes.remove("a")
        answer(box.className, "b" in box.classes, "a" in box.classes)
        box.classes = "x y"
        box.style["color"] = "red"
        box.style.update({"margin-top": "1px"})
        answer(box.className, box.style["color"], box._dom_element.style.cssText)
        box.style = {"top": "2px"}
        box.data_id = "7"
        answer(box._dom_element.style.cssText, box.data_id, box._dom_element.dataset.id)
        box.update(title="new", classes="z", hidden=True)
        answer(box.title, box.className, box.hidden)
        copy = box.clone("copy")
        answer(copy.id, copy.title, box.clone().id)
        answer(label("x", for_="q").outerHTML, del_("y").outerHTML, br().outerHTML)
        answer(raised(lambda: box.append(None)), raised(lambda: box.on_nope))
        """,
        "[\"<div class=\\\"a b\\\" title=\\\"t\\\">te<b>x</b>t<p id=\\\"-p\\\">inner</p></div>"
            + "plain &lt;i&gt;<span>s</span>\"]",
        "[\"inner\", null, \"p\"]",
        "[true, false, true, 2]",
        "[[\"div\", \"span\"], true, \"span\", 2]",
        "[\"b c\", true, false]",
        "[\"x y\", \"red\", \"color: red; margin-top: 1px;\"]",
        "[\"top: 2px;\", \"7\", \"7\"]",
        "[\"new\", \"x y z\", true]",
        "[\"copy\", \"new\", \"\"]",
        "[\"<label for=\\\"q\\\">x</label>\", \"<del>y</del>\", \"<br>\"]",
        "[\"TypeError: Cannot append NoneType to element.\","
            + " \"ValueError: Element has no 'nope' event.\"]");
  }

  @Test
  void collections_options_and_the_page_itself() {
    run(
        Headers.ISOLATED,
        """
        own = web.page[where]
        own.append(p("1", id=where + "1"), p("2"), div(p("3")))
        found = own.find("p")
        found.update_all(innerHTML="same", classes="all")
        answer(len(found), found[1].outerHTML, [each.innerHTML for each in found[1:]])
        answer(len(own.find("div").find("p")), found[where + "1"].id == where + "1", found["nope"])
        answer(found == own.find("p"), len(web.page.find("#" + where + " p")))
        choice = select(option("one", value="1"), option("two", value="2"))
        choice.options.add(value="3", html="<b>three</b>")
        choice.options.add(value="0", text="zero", before=0)
        answer([each.value for each in choice.options], choice.options.selected.value)
        choice.options.remove(0)
        choice.value = "3"
        answer(len(choice.options), choice.options.selected.innerText)
        choice.options.clear()
        answer(len(choice.options), choice.options.selected)
        answer(web.page.title, web.page.body.localName, web.page.html.parent, web.page.head.localName)
        answer(len(Element.element_classes_by_tag_name), type(web.page.body).__name__)
        picture = canvas(width=4, height=3)
        other = canvas()
        other.draw(picture)
        answer(other.width, other.height)
        """,
        "[3, \"<p class=\\\"all\\\">same</p>\", [\"same\", \"same\"]]",
        "[1, true, null]",
        "[true, 3]",
        "[[\"0\", \"1\", \"2\", \"3\"], \"1\"]",
        "[3, \"three\"]",
        "[0, null]",
        "[\"A page\", \"body\", null, \"head\"]",
        "[103, \"body\"]",
        "[4, 3]");
  }

  @Test
  void elements_have_events_that_functions_listen_to() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.PLAIN,
            "",
            """
            from pyscript import when
            from pyscript.web import button
            said = []
            def heard(event):
                said.append(event.type)
                if len(said) == 3:
                    answer(*said)
            own = button("B", on_click=heard)
            own.on_click = lambda: heard(own.on_click and last())
            class last:
                type = "lambda"
            @when(own.on_click)
            def third(event):
                heard(event)
            own.click()
            """);
    page.until("Object.keys(answers).length === 4");
    page.allAnswered("[\"click\", \"lambda\", \"click\"]");
  }
}
