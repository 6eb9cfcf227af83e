package vivarium.web.slides;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;
import vivarium.web.cell.Cells;

/** Emphasises lines of code, step by step, as the fragments beside the code are shown. */
final class Steps {
  private final Cells cells;

  Steps(Cells cells) {
    this.cells = cells;
  }

  /** Brings the code of a slide to the step that its fragments are at. */
  void update(HTMLElement slide) {
    NodeList<? extends HTMLElement> stepped = slide.querySelectorAll("[data-steps]");
    for (int i = 0; i < stepped.getLength(); i++) {
      show(stepped.get(i));
    }
  }

  private void show(HTMLElement code) {
    HTMLElement scope = code.getTagName().equalsIgnoreCase("pre") ? parentOf(code) : code;
    int step = scope.querySelectorAll(".viv-step.visible").getLength();
    List<String> steps = LineSpec.steps(code.getAttribute("data-steps"));
    LineSpec lines = LineSpec.of(steps.get(Math.min(step, steps.size() - 1)));
    NodeList<? extends HTMLElement> spans = code.querySelectorAll(".viv-line");
    List<Integer> faint = new ArrayList<>();
    for (int i = 0; i < spans.getLength(); i++) {
      boolean dim = !lines.contains(i + 1);
      if (dim) {
        spans.get(i).getClassList().add("viv-dim");
        faint.add(i + 1);
      } else {
        spans.get(i).getClassList().remove("viv-dim");
      }
    }
    int[] numbers = new int[faint.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = faint.get(i);
    }
    cells.dim(code, numbers);
  }

  private static HTMLElement parentOf(HTMLElement code) {
    return (HTMLElement) code.getParentNode();
  }
}
