package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** Finds where the outputs of a cell stand. */
final class OutputPlace {
  private OutputPlace() {}

  /**
   * The element for the outputs of {@code cell}: in the cell, or where {@code data-output="#id"}
   * says. What the build could not put there is moved now.
   */
  @JSBody(
      params = "cell",
      script =
          "var output = document.querySelector('[data-output-of=\"' + CSS.escape(cell.id) + '\"]')"
              + "  || cell.querySelector('.viv-output');"
              + " var place = cell.dataset.output || '';"
              + " var target = place[0] === '#' && document.getElementById(place.slice(1));"
              + " if (target && !target.contains(output)) {"
              + "  output.dataset.outputOf = cell.id; target.append(output); }"
              + " return output;")
  static native HTMLElement of(HTMLElement cell);
}
