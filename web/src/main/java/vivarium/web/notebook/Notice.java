package vivarium.web.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A line above the notebook that says something, perhaps with a choice. */
final class Notice {
  private final HTMLElement parent;
  private @Nullable HTMLElement box;
  private String said = "";

  /**
   * @param parent the element at whose end notices appear
   */
  Notice(HTMLElement parent) {
    this.parent = parent;
  }

  /** Something to choose. */
  record Choice(String id, Word name, Runnable action) {}

  /** Says a text, once. */
  void say(String text, List<Choice> choices) {
    if (text.equals(said)) {
      return;
    }
    close();
    said = text;
    HTMLElement made = Markup.add(parent, "aside", "viv-nb-notice");
    made.setAttribute("role", "status");
    Markup.text(made, text);
    for (Choice choice : choices) {
      Markup.button(made, choice.id(), Words.of(choice.name()), choice.action());
    }
    box = made;
  }

  /** Shows how two notebooks differ, or no longer. */
  void compare(String mine, String other) {
    if (box != null) {
      Difference.toggle(box, mine, other);
    }
  }

  /** Takes back what was said. */
  void close() {
    said = "";
    if (box != null) {
      box.delete();
      box = null;
    }
  }
}
