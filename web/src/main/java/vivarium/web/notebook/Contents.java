package vivarium.web.notebook;

import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The headings of the notebook, as a way to its parts. */
final class Contents {
  private final HTMLElement main;
  private final Desk desk;

  Contents(HTMLElement main, Desk desk) {
    this.main = main;
    this.desk = desk;
  }

  /** Shows the headings as they are at this moment. */
  void open() {
    HTMLElement dialog = Markup.dialog("viv-nb-outline", Words.of(Word.CONTENTS));
    HTMLElement list = Markup.add(dialog, "ul", "");
    NodeList<? extends HTMLElement> headings =
        main.querySelectorAll(".viv-nb-prose :is(h1, h2, h3, h4)");
    for (int i = 0; i < headings.getLength(); i++) {
      HTMLElement heading = headings.item(i);
      HTMLElement item = Markup.add(list, "li", "");
      item.setAttribute("data-level", heading.getTagName().substring(1));
      int key = CellViews.keyOf(heading);
      Markup.button(
          item,
          "go",
          heading.getTextContent().strip(),
          () -> {
            Markup.close(dialog);
            desk.select(desk.book().indexOf(key));
          });
    }
    if (headings.getLength() == 0) {
      Markup.text(dialog, Words.of(Word.NO_HEADINGS));
    }
    Markup.open(dialog);
  }
}
