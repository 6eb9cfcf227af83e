package vivarium.web.work;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;
import vivarium.web.drafts.Draft;
import vivarium.web.drafts.Outline;
import vivarium.web.drafts.WorkFile;

/** The reader's work as files: all cells as they are now, whether kept or not. */
final class Downloads {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final String document;
  private final Keeper keeper;

  Downloads(String document, Keeper keeper) {
    this.document = document;
    this.keeper = keeper;
  }

  void script() {
    Files.download(name() + ".py", "text/x-python", outline().script());
  }

  void notebook() {
    Files.download(name() + ".ipynb", "application/x-ipynb+json", outline().notebook());
  }

  /** Everything, earlier work too, so that it can be restored. */
  void all() {
    Files.download(name() + ".work.json", "application/json", work());
  }

  /** The packed page with everything in it. */
  void own() {
    OwnFile.save(name() + ".html", work());
  }

  private String work() {
    return new WorkFile(document, DOCUMENT.getTitle(), keeper.now().all()).text();
  }

  /** One piece of earlier work. */
  void piece(Draft draft) {
    Files.download(draft.place().cell() + ".py", "text/x-python", draft.text() + "\n");
  }

  /** The name of the document's file, without its ending. */
  private String name() {
    String file = document.substring(document.lastIndexOf('/') + 1).strip();
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private Outline outline() {
    Outline outline = new Outline();
    NodeList<? extends HTMLElement> elements =
        DOCUMENT.querySelectorAll("main :is(h1, h2, h3, h4, viv-cell)");
    for (int i = 0; i < elements.getLength(); i++) {
      HTMLElement element = elements.item(i);
      String name = element.getTagName();
      if (name.length() == 2) {
        outline.heading(name.charAt(1) - '0', element.getTextContent().strip());
      } else {
        for (Held held : keeper.cells().list()) {
          if (held.cell.element() == element) {
            outline.code(held.cell.id(), held.cell.text());
          }
        }
      }
    }
    return outline;
  }
}
