package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.pyscript.PageServer.Headers;

/** What {@code display} makes of values. */
class DisplayFormsTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  private static final String SHOWING =
      """
      from pyscript import HTML, display
      def shown(*values, **options):
          display(*values, target=where + "-out", **options)
          answer(document.getElementById(where + "-out").innerHTML)
          document.getElementById(where + "-out").replaceChildren()
      class Thing:
          def __init__(self, **methods):
              for name in methods:
                  setattr(self, name, methods[name])
          def __repr__(self):
              return "<Thing>"
      """;

  private static void show(String code, String... expected) {
    Everywhere.run(PAGES, Headers.PLAIN, "<div id=\"WHERE-out\"></div>", SHOWING + code)
        .allAnswered(expected);
  }

  @Test
  void values_are_shown_as_they_say_and_texts_as_they_are() {
    show(
        """
        shown("a<b", 1, None, [1, "x"])
        shown(HTML("<b>bold</b>"))
        shown(Thing())
        shown("", "x")
        shown(Thing(_repr_html_=lambda: "<i>x</i>", _repr_png_=lambda: b"AAAA"))
        shown(Thing(_repr_html_=lambda: None))
        shown(Thing(_repr_svg_=lambda: "<svg></svg>"), Thing(_repr_json_=lambda: [1]))
        shown(Thing(savefig=lambda file: file.write(b"abc")))
        shown(Thing(_repr_jpeg_=lambda: ("abcd", {"width": 3})))
        shown(Thing(_repr_mimebundle_=lambda: {"image/png": b"AAAA"}))
        shown(Thing(_repr_mimebundle_=lambda: {"unknown/kind": "x"}))
        """,
        "[\"<div>a&lt;b</div><div>1</div><div>None</div><div>[1, 'x']</div>\"]",
        "[\"<div><b>bold</b></div>\"]",
        "[\"<div>&lt;Thing&gt;</div>\"]",
        "[\"<div>x</div>\"]",
        "[\"<div><img src=\\\"data:image/png;base64,QUFBQQ==\\\"></div>\"]",
        "[\"<div>&lt;Thing&gt;</div>\"]",
        "[\"<div><svg></svg></div><div>[1]</div>\"]",
        "[\"<div><img src=\\\"data:image/png;base64,YWJj\\\"></div>\"]",
        "[\"<div><img src=\\\"data:image/jpeg;base64,abcd\\\" width=\\\"3\\\"></div>\"]",
        "[\"<div><img src=\\\"data:image/png;base64,QUFBQQ==\\\"></div>\"]",
        "[\"<div>&lt;Thing&gt;</div>\"]");
  }

  @Test
  void what_is_there_is_replaced_when_that_is_asked_for() {
    show(
        """
        display("old", target="#" + where + "-out")
        shown("new", append=False)
        display("old", target=where + "-out")
        shown("", append=False)
        shown("one", "two", append=False)
        answer(raised(lambda: display("x", target="nowhere")))
        """,
        "[\"new\"]",
        "[\"\"]",
        "[\"<div>one</div><div>two</div>\"]",
        "[\"ValueError: Cannot find element with id='nowhere' in the page.\"]");
  }

  @Test
  void scripts_in_html_run() {
    Everywhere page =
        Everywhere.run(
            PAGES,
            Headers.ISOLATED,
            "",
            """
            from pyscript import HTML, display
            display(HTML("<script>globalThis.ran = (globalThis.ran ?? 0) + 1</" + "script>"), target=where)
            """);
    page.allAnswered();
    assertThat(page.page().value("ran")).isEqualTo(4);
  }
}
