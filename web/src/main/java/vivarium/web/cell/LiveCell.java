package vivarium.web.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.model.text.Message;
import vivarium.web.editor.Editor;
import vivarium.web.kernel.KernelState;
import vivarium.web.kernel.RunListener;
import vivarium.web.text.PageTexts;
import vivarium.web.work.KeptCell;

/** One cell that the reader can run and, unless it is read-only, change. */
final class LiveCell implements CellBehaviour, Editor.Owner, KeptCell {
  private final HTMLElement element;
  private final Cells cells;
  private final CellCode code;
  private final CellEvents events;
  private final OutputView outputs;
  private final Toolbar toolbar;
  private final InputRow input;
  private final RunningTime time;
  private CellState state = CellState.STATIC;
  private final boolean setup;
  private final boolean unseen;
  private boolean autorun;
  private boolean connected;

  /** The kernel that the cell last came to an end in, or 0. */
  private int ranIn;

  private @Nullable Run current;

  LiveCell(HTMLElement element, Cells cells) {
    this.element = element;
    this.cells = cells;
    events = new CellEvents(element);
    code = new CellCode(element, cells::editorModule, this, new CellAssistant(this, cells));
    HTMLElement output = OutputPlace.of(element);
    outputs =
        new OutputView(
            output, cells.foreignMarkup(), cells.displays(), element.hasAttribute("data-append"));
    input = new InputRow(element, output, this::entered);
    setup = element.hasAttribute("data-setup");
    unseen = element.hasAttribute("hidden");
    autorun = element.hasAttribute("data-autorun");
    toolbar = new Toolbar(element);
    time = new RunningTime(limit() * 1000, this::stopAtLimit, toolbar::showSeconds);
  }

  @Override
  public void connected() {
    if (!connected) {
      connected = true;
      enter(CellState.READY);
      element.setAttribute("data-prevent-swipe", ""); // A finger that selects turns no slide.
      code.connect();
    }
  }

  /** Whether the cell runs before all others, whenever a kernel starts. */
  boolean isSetup() {
    return setup;
  }

  /** Whether the cell runs by itself, after those that set up. */
  boolean runsByItself() {
    return !setup && (unseen || autorun);
  }

  @Override
  public String code() {
    return code.text();
  }

  @Override
  public void setCode(String text) {
    code.replace(text);
  }

  @Override
  public void run(Begun then) {
    run();
    cells.work().whenRead(then::begun);
  }

  @Override
  public void run() {
    cells.work().whenRead(this::runReaders);
  }

  private void runReaders() {
    outputs.appear();
    run(code.text());
  }

  /** Runs what the author wrote: what the reader made of it may be what they had to stop. */
  void runAuthors() {
    run(code.authorsText());
  }

  private void run(String text) {
    String asked = state.isBusy() ? null : events.run(text);
    if (asked == null) {
      return;
    }
    code.clearError();
    enter(cells.kernel().state() == KernelState.READY ? CellState.QUEUED : CellState.STARTING);
    Run run = new Run(asked);
    current = run;
    cells.kernel().run(element.getId(), environment(), asked, attribute("data-fig", ""), run);
  }

  @Override
  public void runAndGoOn() {
    run();
    cells.focusAfter(this);
  }

  @Override
  public void stop() {
    if (current != null && state.isBusy()) {
      cells.kernel().stop(current);
    }
  }

  private void entered(Optional<String> text) {
    if (state == CellState.INPUT) {
      enter(CellState.RUNNING);
      time.goOn();
    }
    cells.kernel().enter(text);
  }

  /** A run that goes on is stopped last: a new kernel may run this very cell again. */
  @Override
  public void reset() {
    if (!events.reset()) {
      return;
    }
    Run dropped = state.isBusy() ? current : null;
    current = null;
    input.end();
    time.end();
    cells.work().beforeReset(this);
    code.reset();
    cells.work().afterReset();
    outputs.restore();
    element.removeAttribute("data-changed");
    enter(CellState.READY);
    if (dropped != null) {
      cells.kernel().stop(dropped);
    }
  }

  @Override
  public void changed() {
    if (code.isAuthors()) {
      element.removeAttribute("data-changed");
    } else {
      element.setAttribute("data-changed", "");
    }
    cells.work().changed(this);
    events.changed(code.text());
  }

  @Override
  public String id() {
    return element.getId();
  }

  @Override
  public String authors() {
    return code.authorsText();
  }

  @Override
  public String text() {
    return code.text();
  }

  @Override
  public void adopt(String text) {
    code.adopt(text);
  }

  @Override
  public boolean isEditable() {
    return !unseen && !element.hasAttribute("data-readonly");
  }

  @Override
  public HTMLElement element() {
    return element;
  }

  @Override
  public void clear() {
    outputs.clear();
    outputs.settle();
  }

  /** Shows what the cell wrote at another time. */
  void show(Outputs wrote) {
    outputs.clear();
    wrote.items().forEach(outputs::show);
    outputs.settle();
  }

  /** Puts the caret into the cell. */
  void focus() {
    code.focus();
    CellElement.bringIntoView(element);
  }

  /** Puts the caret into a line of the cell. */
  void focusLine(int line) {
    code.focusLine(line);
    CellElement.bringIntoView(element);
  }

  /** Whether the name is the cell's to give a value to, and it has not done so yet. */
  boolean willDefine(String name, String env) {
    return environment().equals(env)
        && ranIn != cells.kernel().starts()
        && Definitions.in(code.text()).contains(name);
  }

  void updateStaticCode() {
    code.updateStaticCode();
  }

  void dim(int[] lines) {
    code.dim(lines);
  }

  private void stopAtLimit() {
    if (current != null) {
      current.isAtLimit = true;
      stop();
    }
  }

  /** How long the cell may run, in seconds; 0 for any time. */
  private double limit() {
    String seconds = element.getAttribute("data-timelimit");
    return seconds == null ? 0 : Double.parseDouble(seconds);
  }

  /** The name of the environment whose variables the cell sees. */
  String environment() {
    return attribute("data-env", "main");
  }

  private String attribute(String name, String otherwise) {
    String value = element.getAttribute(name);
    return value == null ? otherwise : value;
  }

  private void enter(CellState next) {
    state = next;
    element.setAttribute("state", next.word());
    toolbar.show(next);
    events.state(next);
  }

  /** One run of this cell; what arrives after a reset is of no interest any more. */
  private final class Run implements RunListener {
    private final String text;
    private boolean isAtLimit;
    private boolean raised;

    Run(String text) {
      this.text = text;
    }

    private boolean isCurrent() {
      return current == this;
    }

    @Override
    public void started() {
      if (isCurrent()) {
        autorun = false;
        outputs.replace();
        enter(CellState.RUNNING);
        time.start();
      }
    }

    @Override
    public void wrote(Output output) {
      if (!isCurrent()) {
        return;
      }
      cells.firstOutput();
      input.goOn();
      if (events.output(output)) {
        outputs.show(explained(output));
      }
      if (output instanceof Output.Failure failure) {
        element.setHidden(false); // What fails unseen would puzzle the reader in the next cell.
        raised = true;
        if (!state.isBusy()) {
          enter(CellState.FAILED); // A task of the cell, after its end.
        }
        mark(failure);
        events.error(failure);
      }
    }

    @Override
    public void asked(String prompt, boolean secret) {
      if (isCurrent()) {
        element.setHidden(false);
        input.ask(prompt, secret);
        if (state.isBusy()) {
          enter(CellState.INPUT);
          time.pause();
        }
      }
    }

    @Override
    public void cleared(boolean waits) {
      if (isCurrent()) {
        events.clear(waits);
        outputs.clear(waits);
      }
    }

    @Override
    public void skipping(Output.LeftOut leftOut, Output.Stream end) {
      if (isCurrent()) {
        outputs.skip(leftOut, end);
      }
    }

    private Output explained(Output output) {
      return output instanceof Output.Failure failure
          ? cells.explained(failure, LiveCell.this, environment())
          : output;
    }

    @Override
    public void finished(boolean failed, int milliseconds) {
      ranIn = cells.kernel().starts();
      if (isCurrent() && unseen && !failed && !raised) {
        element.setHidden(true);
      }
      end(failed || raised ? CellState.FAILED : CellState.DONE, milliseconds);
    }

    @Override
    public void stopped(boolean kept) {
      if (isCurrent()) {
        String what = PageTexts.of(kept ? Message.WAS_INTERRUPTED : Message.WAS_STOPPED);
        outputs.notice(isAtLimit ? overtime() + " " + what : what);
      }
      end(CellState.STOPPED, 0);
    }

    @Override
    public void cancelled() {
      end(CellState.READY, 0);
    }

    @Override
    public void died(String reason) {
      if (isCurrent()) {
        outputs.notice(PageTexts.of(Message.DIED, reason));
      }
      end(CellState.STOPPED, 0);
    }

    @Override
    public void unavailable(String reason) {
      if (isCurrent()) {
        outputs.clear();
        outputs.notice(PageTexts.of(Message.UNAVAILABLE, withoutStop(reason)));
      }
      end(CellState.FAILED, 0);
    }

    private String overtime() {
      String seconds = String.valueOf(limit());
      boolean isWhole = seconds.endsWith(".0");
      return PageTexts.of(
          Message.OVERTIME, isWhole ? seconds.substring(0, seconds.length() - 2) : seconds);
    }

    /** The text around the reason brings its own. */
    private static String withoutStop(String reason) {
      return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private void end(CellState last, int milliseconds) {
      if (!isCurrent()) {
        return;
      }
      input.end();
      time.end();
      outputs.settle();
      enter(last);
      events.done(last, milliseconds);
    }

    private void mark(Output.Failure failure) {
      for (int i = failure.frames().size() - 1; i >= 0; i--) {
        Output.Frame frame = failure.frames().get(i);
        if (frame.cell().equals(element.getId()) && text.equals(code.text())) {
          code.markError(frame.line());
          return;
        }
      }
    }
  }
}
