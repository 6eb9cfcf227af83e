package vivarium.web.cell;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.JsonObject;
import vivarium.model.output.Output;
import vivarium.web.editor.Editor;
import vivarium.web.kernel.KernelState;
import vivarium.web.kernel.RunListener;
import vivarium.web.text.Messages;

/** One cell that the reader can run and, unless it is read-only, change. */
final class LiveCell implements CellBehaviour, Editor.Owner {
  private final HTMLElement element;
  private final Cells cells;
  private final HTMLElement source;
  private final OutputView outputs;
  private final Toolbar toolbar;
  private final String authorsCode;
  private final String authorsOutput;
  private CellState state = CellState.STATIC;
  private String unedited;
  private int[] dimmed = {};
  private boolean connected;
  private boolean focusWanted;
  private @Nullable Editor editor;
  private @Nullable Run current;

  LiveCell(HTMLElement element, Cells cells) {
    this.element = element;
    this.cells = cells;
    source = element.querySelector("pre.viv-source");
    HTMLElement output = element.querySelector(".viv-output");
    outputs = new OutputView(output, cells.sanitizer());
    authorsCode = withoutFinalNewline(source.getTextContent());
    unedited = authorsCode;
    authorsOutput = output.getInnerHTML();
    toolbar = new Toolbar(element, output, this::run, this::stop, this::reset);
  }

  @Override
  public void connected() {
    if (!connected) {
      connected = true;
      enter(CellState.READY);
      element.setAttribute("data-prevent-swipe", ""); // A finger that selects turns no slide.
      if (isReadOnly()) {
        source.setAttribute("aria-readonly", "true");
      }
      CellElement.whenTouched(source, Messages.CODE, this::makeEditable);
    }
  }

  boolean isReadOnly() {
    return element.hasAttribute("data-readonly");
  }

  boolean has(String attribute) {
    return element.hasAttribute(attribute);
  }

  boolean isBusy() {
    return state.isBusy();
  }

  @Override
  public String code() {
    return editor == null ? unedited : editor.text();
  }

  @Override
  public void setCode(String code) {
    if (editor == null) {
      unedited = code;
      makeEditable();
      changed();
    } else {
      editor.replace(code);
    }
  }

  @Override
  public void run() {
    if (state.isBusy() || !CellElement.dispatch(element, "viv:run", "null", true)) {
      return;
    }
    if (editor != null) {
      editor.clearError();
    }
    enter(cells.kernel().state() == KernelState.READY ? CellState.QUEUED : CellState.STARTING);
    Run run = new Run();
    current = run;
    cells.kernel().run(element.getId(), environment(), code(), run);
  }

  @Override
  public void runAndGoOn() {
    run();
    cells.focusAfter(this);
  }

  @Override
  public void stop() {
    if (state.isBusy()) {
      cells.kernel().stop();
    }
  }

  @Override
  public void reset() {
    if (state.isBusy()) {
      stop();
    }
    current = null;
    unedited = authorsCode;
    if (editor != null) {
      editor.clearError();
      if (!editor.text().equals(authorsCode)) {
        editor.replace(authorsCode);
      }
    }
    element.querySelector(".viv-output").setInnerHTML(authorsOutput);
    element.removeAttribute("data-changed");
    enter(CellState.READY);
  }

  @Override
  public void changed() {
    if (code().equals(authorsCode)) {
      element.removeAttribute("data-changed");
    } else {
      element.setAttribute("data-changed", "");
    }
  }

  /** Puts the caret into the cell, as soon as there is an editor. */
  void focus() {
    if (editor == null) {
      focusWanted = true;
      makeEditable();
    } else {
      editor.focus(0);
    }
    CellElement.bringIntoView(element);
  }

  /** Lets the printed code be what the reader typed: editors print only what they show. */
  void updateStaticCode() {
    if (editor != null && !editor.text().equals(authorsCode)) {
      source.querySelector("code").withText(editor.text());
    }
  }

  /** Shows these lines, 1-based and ascending, fainter than the others. */
  void dim(int[] lines) {
    dimmed = lines;
    if (editor != null) {
      editor.dim(lines);
    }
  }

  private void makeEditable() {
    cells.editorModule().then(this::makeEditable);
  }

  private JSObject makeEditable(JSObject module) {
    if (editor == null) {
      HTMLElement parent = HTMLDocument.current().createElement("div");
      parent.setClassName("viv-editor");
      element.insertBefore(parent, source);
      boolean focused = CellElement.isFocused(source);
      int caret = CellElement.caret(source);
      editor = new Editor(module, parent, unedited, Messages.CODE, isReadOnly(), this);
      editor.dim(dimmed);
      element.setAttribute("data-live", "");
      if (focusWanted || focused) {
        editor.focus(caret);
      }
    }
    return JSUndefined.instance();
  }

  private void markError(int line) {
    if (editor != null) {
      editor.markError(line);
    }
  }

  private String environment() {
    String name = element.getAttribute("data-env");
    return name == null ? "main" : name;
  }

  private void enter(CellState next) {
    state = next;
    element.setAttribute("state", next.word());
    toolbar.show(next);
  }

  private static String withoutFinalNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** One run of this cell; what arrives after a reset is of no interest any more. */
  private final class Run implements RunListener {
    private boolean isCurrent() {
      return current == this;
    }

    @Override
    public void started() {
      if (isCurrent()) {
        outputs.replace();
        enter(CellState.RUNNING);
      }
    }

    @Override
    public void wrote(Output output) {
      if (!isCurrent()) {
        return;
      }
      cells.firstOutput();
      outputs.show(output);
      CellElement.dispatch(element, "viv:output", "null", false);
      if (output instanceof Output.Failure failure) {
        mark(failure);
        CellElement.dispatch(
            element,
            "viv:error",
            JsonObject.empty()
                .with("id", element.getId())
                .with("name", failure.name())
                .with("message", failure.value())
                .build()
                .text(),
            false);
      }
    }

    @Override
    public void leftOut(int characters) {
      if (isCurrent()) {
        outputs.showLeftOut(characters);
      }
    }

    @Override
    public void finished(boolean failed, int milliseconds) {
      end(failed ? CellState.FAILED : CellState.DONE, milliseconds);
    }

    @Override
    public void stopped() {
      if (isCurrent()) {
        outputs.notice(Messages.WAS_STOPPED);
      }
      end(CellState.STOPPED, 0);
    }

    @Override
    public void unavailable(String reason) {
      if (isCurrent()) {
        outputs.clear();
        outputs.notice(Messages.unavailable(reason));
      }
      end(CellState.FAILED, 0);
    }

    private void end(CellState last, int milliseconds) {
      if (!isCurrent()) {
        return;
      }
      outputs.settle();
      enter(last);
      if (last == CellState.FAILED) {
        element.setHidden(false); // What fails unseen would puzzle the reader in the next cell.
      }
      CellElement.dispatch(
          element,
          "viv:done",
          JsonObject.empty()
              .with("id", element.getId())
              .with("status", last.word())
              .with("milliseconds", milliseconds)
              .build()
              .text(),
          false);
    }

    private void mark(Output.Failure failure) {
      for (int i = failure.frames().size() - 1; i >= 0; i--) {
        Output.Frame frame = failure.frames().get(i);
        if (frame.cell().equals(element.getId())) {
          makeEditable();
          cells.whenEditorIsThere(() -> markError(frame.line()));
          return;
        }
      }
    }
  }
}
