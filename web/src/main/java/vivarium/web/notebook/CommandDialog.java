package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** The list of all commands: to find one in, or to read which keys they have. */
final class CommandDialog {
  private final Commands commands;

  CommandDialog(Commands commands) {
    this.commands = commands;
  }

  /** Shows all keys. */
  void showShortcuts() {
    HTMLElement dialog = Markup.dialog("viv-nb-keys", Words.of(Word.SHORTCUTS));
    Word group = null;
    HTMLElement list = dialog;
    for (Command command : commands.all()) {
      if (command.keys().isEmpty()) {
        continue;
      }
      if (command.group() != group) {
        group = command.group();
        Markup.add(dialog, "h3", "").withText(Words.of(group));
        list = Markup.add(dialog, "dl", "");
      }
      HTMLElement row = Markup.add(list, "div", "");
      Markup.add(row, "dt", "").withText(Words.of(command.title()));
      HTMLElement keys = Markup.add(row, "dd", "");
      KeyNames.of(command).forEach(name -> Markup.add(keys, "kbd", "").withText(name));
    }
    Markup.open(dialog);
  }

  /** Lets the reader find a command by its name. */
  void showPalette() {
    HTMLElement dialog = Markup.dialog("viv-nb-palette", Words.of(Word.PALETTE));
    HTMLElement field = Markup.add(dialog, "input", "");
    field.setAttribute("type", "search");
    field.setAttribute("aria-label", Words.of(Word.PALETTE_FIND));
    field.setAttribute("placeholder", Words.of(Word.PALETTE_FIND));
    HTMLElement list = Markup.add(dialog, "ul", "");
    list(list, "", dialog);
    listen(field, list, text -> list(list, text, dialog));
    Markup.open(dialog);
    field.focus();
  }

  private void list(HTMLElement list, String text, HTMLElement dialog) {
    list.clear();
    List<Command> found = find(text);
    for (Command command : found) {
      HTMLElement item = Markup.add(list, "li", "");
      HTMLElement button =
          Markup.button(
              item,
              command.id(),
              "",
              () -> {
                Markup.close(dialog);
                command.action().run();
              });
      Markup.add(button, "span", "").withText(Words.of(command.title()));
      KeyNames.of(command).forEach(name -> Markup.add(button, "kbd", "").withText(name));
    }
    if (found.isEmpty()) {
      Markup.add(list, "li", "").withText(Words.of(Word.NO_COMMAND));
    }
  }

  /** Those in whose name or group all the words occur. */
  private List<Command> find(String text) {
    List<Command> found = new ArrayList<>();
    for (Command command : commands.all()) {
      String name = Words.of(command.group()) + " " + Words.of(command.title());
      if (hasAll(name.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT).strip())) {
        found.add(command);
      }
    }
    return found;
  }

  private static boolean hasAll(String name, String words) {
    int start = 0;
    while (start < words.length()) {
      int end = words.indexOf(' ', start);
      end = end < 0 ? words.length() : end;
      if (!name.contains(words.substring(start, end))) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  /** Takes what is typed. */
  @JSFunctor
  private interface Typed extends JSObject {
    void take(String text);
  }

  /** Enter presses the first button of the list; the arrows go through it. */
  @JSBody(
      params = {"field", "list", "typed"},
      script =
          """
          field.addEventListener('input', function() { typed(field.value); });
          field.parentNode.addEventListener('keydown', function(event) {
            var buttons = Array.from(list.querySelectorAll('button'));
            var at = buttons.indexOf(document.activeElement);
            var step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (step) {
              event.preventDefault();
              var next = at + step;
              (next < 0 ? field : buttons[Math.min(next, buttons.length - 1)]).focus();
            } else if (event.key === 'Enter' && at < 0 && buttons.length) {
              event.preventDefault();
              buttons[0].click();
            }
          });
          """)
  private static native void listen(HTMLElement field, HTMLElement list, Typed typed);
}
