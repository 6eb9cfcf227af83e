package vivarium.web.cell;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/**
 * The buttons of a cell, and its state in words. What the buttons do is up to the page, which
 * listens to all that have a {@code data-action}.
 */
final class Toolbar {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();
  private static final String DEFAULT = "run reset";

  private final @Nullable HTMLElement run;
  private final HTMLElement state;
  private final HTMLElement seconds;
  private boolean busy;

  /**
   * @param cell its attribute {@code data-toolbar} names the buttons, unless the page has a
   *     template for all toolbars
   */
  Toolbar(HTMLElement cell) {
    HTMLElement authors = ofTemplate();
    HTMLElement bar = authors == null ? DOCUMENT.createElement("div") : authors;
    if (authors == null) {
      bar.setClassName("viv-toolbar");
      run = buttons(bar, cell.getAttribute("data-toolbar"));
    } else {
      run = null;
    }
    HTMLElement hint = DOCUMENT.createElement("span").withText(PageTexts.of(Message.TAB_HINT));
    hint.setClassName("viv-hint");
    bar.appendChild(hint);
    HTMLElement word = bar.querySelector(".viv-state");
    state = word == null ? DOCUMENT.createElement("span") : word;
    state.getClassList().add("viv-state");
    state.setAttribute("role", "status");
    if (word == null) {
      bar.appendChild(state);
    }
    seconds = DOCUMENT.createElement("span");
    seconds.setClassName("viv-seconds");
    seconds.setAttribute("aria-hidden", "true"); // Nobody wants to hear each of them.
    bar.appendChild(seconds);
    cell.insertBefore(bar, cell.querySelector(":scope > .viv-output"));
  }

  /** Shows what the cell is doing; while it is busy, Run is Stop. */
  void show(CellState now) {
    if (run != null && now.isBusy() != busy) {
      busy = now.isBusy();
      if (busy) {
        label(run, "stop", Message.STOP, Message.STOP_HINT);
      } else {
        label(run, "run", Message.RUN, Message.RUN_HINT);
      }
    }
    state.withText(word(now));
  }

  /** Shows for how long the cell runs, from the second second on. */
  void showSeconds(int passed) {
    String rest = (passed % 60 < 10 ? "0" : "") + passed % 60;
    String text = passed < 60 ? passed + " s" : passed / 60 + ":" + rest;
    seconds.withText(passed < 2 ? "" : text);
  }

  /** Adds the buttons that are named, and returns the one that runs the cell. */
  private static @Nullable HTMLElement buttons(HTMLElement bar, @Nullable String names) {
    String wanted = " " + (names == null ? DEFAULT : names) + " ";
    HTMLElement run =
        wanted.contains(" run ") ? button(bar, "run", Message.RUN, Message.RUN_HINT) : null;
    if (wanted.contains(" copy ")) {
      button(bar, "copy", Message.COPY, Message.COPY_HINT);
    }
    if (wanted.contains(" clear ")) {
      button(bar, "clear", Message.CLEAR, Message.CLEAR_HINT);
    }
    if (wanted.contains(" reset ")) {
      button(bar, "reset", Message.RESET, Message.RESET_HINT);
    }
    return run;
  }

  private static HTMLElement button(HTMLElement bar, String action, Message name, Message hint) {
    HTMLElement button = DOCUMENT.createElement("button");
    button.setAttribute("type", "button");
    label(button, action, name, hint);
    bar.appendChild(button);
    return button;
  }

  private static void label(HTMLElement button, String action, Message name, Message hint) {
    button.setAttribute("data-action", action);
    button.setAttribute("aria-label", PageTexts.of(name));
    button.setAttribute("title", PageTexts.of(hint));
  }

  private static String word(CellState state) {
    return switch (state) {
      case STATIC, READY -> "";
      case STARTING -> PageTexts.of(Message.STARTING);
      case QUEUED -> PageTexts.of(Message.QUEUED);
      case RUNNING -> PageTexts.of(Message.RUNNING);
      case INPUT -> PageTexts.of(Message.INPUT);
      case DONE -> PageTexts.of(Message.DONE);
      case FAILED -> PageTexts.of(Message.FAILED);
      case STOPPED -> PageTexts.of(Message.STOPPED);
    };
  }

  /** A copy of the author's own toolbar, in an element of its own; null when there is none. */
  @JSBody(
      script =
          "var template = document.querySelector('template#viv-toolbar');"
              + " if (!template) { return null; } var bar = document.createElement('div');"
              + " bar.className = 'viv-own-toolbar'; bar.append(template.content.cloneNode(true));"
              + " return bar;")
  private static native @Nullable HTMLElement ofTemplate();
}
