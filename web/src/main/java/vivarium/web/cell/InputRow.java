package vivarium.web.cell;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** Where the reader enters a line that a cell asks for. */
final class InputRow {
  private final HTMLElement cell;
  private final HTMLElement output;
  private final Consumer<Optional<String>> onEntered;
  private @Nullable HTMLElement form;
  private boolean hasEntered;
  private @Nullable HTMLElement focusedBefore;

  /**
   * @param output the row stands at its end
   * @param onEntered takes a line, or nothing when the reader ends the input
   */
  InputRow(HTMLElement cell, HTMLElement output, Consumer<Optional<String>> onEntered) {
    this.cell = cell;
    this.output = output;
    this.onEntered = onEntered;
  }

  /** Asks for a line. The caret goes there, unless the reader types elsewhere. */
  void ask(String prompt, boolean secret) {
    close();
    String label = prompt.isBlank() ? PageTexts.of(Message.INPUT_LABEL) : prompt.strip();
    HTMLElement asking =
        make(
            prompt,
            label,
            secret,
            PageTexts.of(Message.ENTER),
            PageTexts.of(Message.END_INPUT),
            this::enter);
    output.appendChild(asking);
    output.setScrollTop(output.getScrollHeight());
    form = asking;
    hasEntered = false;
    HTMLElement before = takeFocus(asking, cell);
    if (before != null) {
      focusedBefore = before;
    }
  }

  /** The cell goes on: if the reader has answered, that stands in the output now. */
  void goOn() {
    if (hasEntered) {
      close();
    }
  }

  /** Takes the row away. */
  void close() {
    if (form != null) {
      output.removeChild(form);
      form = null;
    }
  }

  /** The cell has ended: the caret goes back to where it was. */
  void end() {
    close();
    if (focusedBefore != null) {
      returnFocus(focusedBefore);
      focusedBefore = null;
    }
  }

  private void enter(@Nullable JSString text) {
    hasEntered = true;
    onEntered.accept(Optional.ofNullable(text).map(JSString::stringValue));
  }

  @JSFunctor
  private interface Entered extends JSObject {
    void enter(@Nullable JSString text);
  }

  /** Keys that are typed here are not for the page. */
  @JSBody(
      params = {"prompt", "label", "secret", "enter", "end", "entered"},
      script =
          """
          function make(name, type, className) {
            var element = document.createElement(name);
            if (type) { element.type = type; }
            element.className = className;
            return element;
          }
          var form = make('form', '', 'viv-input');
          var field = make('input', secret ? 'password' : 'text', 'viv-input-field');
          field.autocomplete = 'off';
          field.autocapitalize = 'off';
          field.spellcheck = false;
          field.enterKeyHint = 'enter';
          field.setAttribute('aria-label', label);
          var asked = make('span', '', 'viv-input-prompt');
          asked.textContent = prompt;
          asked.setAttribute('aria-hidden', 'true');
          var go = make('button', 'submit', 'viv-input-button');
          go.textContent = enter;
          var stop = make('button', 'button', 'viv-input-button');
          stop.textContent = end;
          stop.title = end + ' (Ctrl+D)';
          form.append(asked, field, go, stop);
          var open = true;
          function answer(text) {
            if (!open) { return; }
            open = false;
            field.readOnly = true;
            entered(text);
          }
          form.addEventListener('submit', function(event) {
            event.preventDefault();
            answer(field.value);
          });
          stop.addEventListener('click', function() { answer(null); });
          form.addEventListener('keydown', function(event) {
            event.stopPropagation();
            if (event.ctrlKey && event.key === 'd') { event.preventDefault(); answer(null); }
          });
          return form;
          """)
  private static native HTMLElement make(
      String prompt, String label, boolean secret, String enter, String end, Entered entered);

  /** Returns what had the focus, if it was taken and something had it. */
  @JSBody(
      params = {"form", "cell"},
      script =
          """
          var active = document.activeElement;
          var isElsewhere = active && !cell.contains(active)
            && active.matches('input, textarea, select, [contenteditable="true"]');
          if (isElsewhere || form.offsetParent === null) { return null; }
          form.querySelector('input').focus({preventScroll: true});
          form.scrollIntoView({block: 'nearest'});
          return active && active !== document.body ? active : null;
          """)
  private static native @Nullable HTMLElement takeFocus(HTMLElement form, HTMLElement cell);

  @JSBody(
      params = "element",
      script =
          "if (document.activeElement === document.body) { element.focus({preventScroll: true}); }")
  private static native void returnFocus(HTMLElement element);
}
