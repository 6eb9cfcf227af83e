package vivarium.web.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.notebook.edit.Search;
import vivarium.web.notebook.edit.Search.Match;

/** Finds and replaces in the sources of all cells. */
final class FindBar {
  private final Desk desk;
  private final CellEdits edits;
  private final HTMLElement parent;
  private @Nullable HTMLElement bar;
  private int at = -1;

  /**
   * @param parent the element at whose end the bar appears
   */
  FindBar(HTMLElement parent, Desk desk, CellEdits edits) {
    this.parent = parent;
    this.desk = desk;
    this.edits = edits;
  }

  /** Shows the bar and puts the caret into it. */
  void open() {
    if (bar == null) {
      bar = make();
    }
    bar.querySelector("input").focus();
  }

  private HTMLElement make() {
    HTMLElement made = Markup.add(parent, "div", "viv-nb-find");
    made.setAttribute("role", "search");
    HTMLElement text = field(made, "find-text", Word.FIND_TEXT);
    HTMLElement other = field(made, "find-other", Word.REPLACE_TEXT);
    HTMLElement label = Markup.add(made, "label", "");
    HTMLElement letters = Markup.add(label, "input", "");
    letters.setAttribute("type", "checkbox");
    Markup.add(label, "span", "").withText(Words.of(Word.MATCH_CASE));
    HTMLElement count = Markup.add(made, "span", "viv-nb-found");
    count.setAttribute("role", "status");
    Markup.button(made, "find-previous", "↑", () -> go(-1))
        .setAttribute("aria-label", Words.of(Word.FIND_PREVIOUS));
    Markup.button(made, "find-next", "↓", () -> go(1))
        .setAttribute("aria-label", Words.of(Word.FIND_NEXT));
    Markup.button(made, "replace", Words.of(Word.REPLACE_ONE), this::replace);
    Markup.button(made, "replace-all", Words.of(Word.REPLACE_EVERY), this::replaceAll);
    HTMLElement close = Markup.button(made, "find-close", "×", this::close);
    close.setAttribute("aria-label", Words.of(Word.CLOSE));
    listen(text, other, letters, this::typed, () -> go(1), () -> go(-1), this::close);
    return made;
  }

  private static HTMLElement field(HTMLElement made, String name, Word label) {
    HTMLElement field = Markup.add(made, "input", "");
    field.setAttribute("type", "text");
    field.setAttribute("data-nb", name);
    field.setAttribute("aria-label", Words.of(label));
    field.setAttribute("placeholder", Words.of(label));
    return field;
  }

  private Search search() {
    HTMLElement open = bar;
    return open == null
        ? new Search("", false)
        : new Search(value(open, "find-text"), isChecked(open));
  }

  private List<Match> matches() {
    return search().in(desk.book().items());
  }

  private void typed() {
    at = -1;
    say(matches().size());
  }

  private void say(int count) {
    if (bar != null) {
      String place = at < 0 ? "" : (at + 1) + " / ";
      bar.querySelector(".viv-nb-found").withText(place + count);
    }
  }

  private void go(int by) {
    List<Match> matches = matches();
    if (matches.isEmpty()) {
      say(0);
      return;
    }
    at = at < 0 ? (by > 0 ? 0 : matches.size() - 1) : Math.floorMod(at + by, matches.size());
    Match match = matches.get(at);
    desk.show(match.key(), match.start(), search().text().length());
    say(matches.size());
    open();
  }

  private void replace() {
    List<Match> matches = matches();
    if (at < 0 || at >= matches.size()) {
      go(1);
      return;
    }
    Match match = matches.get(at);
    String other = other();
    edits.rewrite(match.key(), source -> search().replacedAt(source, match.start(), other));
    at--;
    go(1);
  }

  private void replaceAll() {
    int count = matches().size();
    String other = other();
    edits.rewriteAll(source -> search().replaced(source, other));
    at = -1;
    say(count == 0 ? 0 : matches().size());
  }

  private String other() {
    return bar == null ? "" : value(bar, "find-other");
  }

  private void close() {
    if (bar != null) {
      bar.delete();
      bar = null;
      desk.leave();
    }
  }

  @JSBody(
      params = {"bar", "name"},
      script = "return bar.querySelector('[data-nb=' + name + ']').value;")
  private static native String value(HTMLElement bar, String name);

  @JSBody(params = "bar", script = "return bar.querySelector('[type=checkbox]').checked;")
  private static native boolean isChecked(HTMLElement bar);

  @JSBody(
      params = {"text", "other", "letters", "typed", "next", "previous", "close"},
      script =
          """
          text.addEventListener('input', function() { typed(); });
          letters.addEventListener('change', function() { typed(); });
          text.parentNode.addEventListener('keydown', function(event) {
            if (event.key === 'Escape') { event.preventDefault(); close(); }
            if (event.key === 'Enter' && event.target === text) {
              event.preventDefault();
              if (event.shiftKey) { previous(); } else { next(); }
            }
          });
          """)
  private static native void listen(
      HTMLElement text,
      HTMLElement other,
      HTMLElement letters,
      Dom.Action typed,
      Dom.Action next,
      Dom.Action previous,
      Dom.Action close);
}
