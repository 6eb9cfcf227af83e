package vivarium.web.cell;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.text.Messages;

/** The buttons of a cell, and its state in words. */
final class Toolbar {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final HTMLElement run;
  private final HTMLElement state;
  private final HTMLElement seconds;
  private final Runnable onRun;
  private final Runnable onStop;
  private boolean busy;

  Toolbar(HTMLElement cell, HTMLElement before, Runnable onRun, Runnable onStop, Runnable onReset) {
    this.onRun = onRun;
    this.onStop = onStop;
    HTMLElement bar = DOCUMENT.createElement("div");
    bar.setClassName("viv-toolbar");
    run = button(bar, "run", Messages.RUN, Messages.RUN_HINT);
    run.onClick(event -> pressed(clicks(event)));
    button(bar, "reset", Messages.RESET, Messages.RESET_HINT).onClick(event -> onReset.run());
    HTMLElement hint = DOCUMENT.createElement("span").withText(Messages.TAB_HINT);
    hint.setClassName("viv-hint");
    bar.appendChild(hint);
    state = DOCUMENT.createElement("span");
    state.setClassName("viv-state");
    state.setAttribute("role", "status");
    bar.appendChild(state);
    seconds = DOCUMENT.createElement("span");
    seconds.setClassName("viv-seconds");
    seconds.setAttribute("aria-hidden", "true"); // Nobody wants to hear each of them.
    bar.appendChild(seconds);
    cell.insertBefore(bar, before);
  }

  /** Shows what the cell is doing; while it is busy, Run is Stop. */
  void show(CellState now) {
    if (now.isBusy() != busy) {
      busy = now.isBusy();
      label(
          run,
          busy ? "stop" : "run",
          busy ? Messages.STOP : Messages.RUN,
          busy ? Messages.STOP_HINT : Messages.RUN_HINT);
    }
    state.withText(word(now));
  }

  /** Shows for how long the cell runs, from the second second on. */
  void showSeconds(int passed) {
    String rest = (passed % 60 < 10 ? "0" : "") + passed % 60;
    String text = passed < 60 ? passed + " s" : passed / 60 + ":" + rest;
    seconds.withText(passed < 2 ? "" : text);
  }

  /** The second half of a double click must not stop what the first began. */
  private void pressed(int clicks) {
    if (!busy) {
      onRun.run();
    } else if (clicks < 2) {
      onStop.run();
    }
  }

  /** How many clicks came quickly after each other; 0 for the keyboard. */
  @JSBody(params = "event", script = "return event.detail;")
  private static native int clicks(MouseEvent event);

  private static HTMLElement button(HTMLElement bar, String action, String name, String hint) {
    HTMLElement button = DOCUMENT.createElement("button");
    button.setAttribute("type", "button");
    label(button, action, name, hint);
    bar.appendChild(button);
    return button;
  }

  private static void label(HTMLElement button, String action, String name, String hint) {
    button.setAttribute("data-action", action);
    button.setAttribute("aria-label", name);
    button.setAttribute("title", hint);
  }

  private static String word(CellState state) {
    return switch (state) {
      case STATIC, READY -> "";
      case STARTING -> Messages.STARTING;
      case QUEUED -> Messages.QUEUED;
      case RUNNING -> Messages.RUNNING;
      case INPUT -> Messages.INPUT;
      case DONE -> Messages.DONE;
      case FAILED -> Messages.FAILED;
      case STOPPED -> Messages.STOPPED;
    };
  }
}
