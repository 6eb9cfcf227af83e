package vivarium.web.notebook;

import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.loading.Loaders;

/** The files that code finds; what shows them is loaded when it is first opened. */
final class FilesPanel {
  private final Loaders.FilesOfNotebook files;

  /**
   * To be made soon: Python waits for the files.
   *
   * @param place an element for it, which is shown and hidden
   */
  FilesPanel(HTMLElement place, Loaders loaders, Origin origin) {
    place.setHidden(true);
    boolean isPages = origin.kind() == Origin.Kind.SITE;
    files = loaders.files(place, isPages ? "" : origin.document());
  }

  /** Shows the files, or hides them. */
  void toggle() {
    files.toggle();
  }
}
