package vivarium.web.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.model.text.Message;
import vivarium.protocol.ToKernel;
import vivarium.web.kernel.KernelClient;
import vivarium.web.loading.Loaders;
import vivarium.web.text.PageTexts;
import vivarium.web.work.Work;

/** The live cells of a page, in the order of the page, and the kernel they share. */
public final class Cells {
  private final List<LiveCell> all = new ArrayList<>();
  private final List<HTMLElement> elements = new ArrayList<>();
  private final Loaders loaders;
  private final ForeignMarkup foreignMarkup;
  private final Displays displays = new Displays();
  private final KernelClient kernel;
  private final Work work;
  private @Nullable JSPromise<JSObject> editorModule;
  private boolean wroteBefore;

  /**
   * @param boot where the kernel finds its files
   * @param mathematics the folder of what mathematics and Markdown need, with a final slash
   * @param work what the reader makes of the cells
   */
  public Cells(Loaders loaders, ToKernel.Boot boot, String mathematics, Work work) {
    this.loaders = loaders;
    this.work = work;
    foreignMarkup = new ForeignMarkup(loaders, mathematics);
    kernel =
        new KernelClient(
            loaders::worker, boot, this::runFirst, displays::update, foreignMarkup.widgets());
    foreignMarkup.widgets().connect(kernel, foreignMarkup, displays);
  }

  /** Makes the cells of the page live. */
  public void define(CellBehaviour.Definition definition) {
    ErrorPlaces.listen(this::goTo);
    definition.define(
        element -> {
          LiveCell cell = new LiveCell(element, this);
          all.add(cell);
          elements.add(element);
          work.add(cell);
          return cell;
        });
    work.start();
  }

  public KernelClient kernel() {
    return kernel;
  }

  /** Whether there is anything to start Python for. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Brings the static code up to date before the page is printed. */
  public void prepareForPrint() {
    for (LiveCell cell : all) {
      cell.updateStaticCode();
    }
  }

  /**
   * Shows some lines of a cell's editor fainter than the others.
   *
   * @param element a cell; anything else is left alone
   * @param lines 1-based, ascending
   */
  public void dim(HTMLElement element, int[] lines) {
    int index = elements.indexOf(element);
    if (index >= 0) {
      all.get(index).dim(lines);
    }
  }

  /** Shows what a cell of the page wrote at another time; anything else is left alone. */
  public void show(HTMLElement element, Outputs outputs) {
    int index = elements.indexOf(element);
    if (index >= 0) {
      all.get(index).show(outputs);
    }
  }

  /**
   * Fills an element with Markdown, cleaned of what could act on the page.
   *
   * @param finish completes the HTML before it is cleaned
   */
  public JSPromise<JSObject> setMarkdown(
      HTMLElement element, String text, UnaryOperator<String> finish) {
    return foreignMarkup.markdown(element, text, finish);
  }

  private boolean goTo(HTMLElement element, int line) {
    int index = elements.indexOf(element);
    if (index >= 0) {
      all.get(index).focusLine(line);
    }
    return index >= 0;
  }

  /** The failure, with a hint where a name is missing that another cell gives a value to. */
  Output.Failure explained(Output.Failure failure, LiveCell cell, String env) {
    Optional<String> name = Definitions.missing(failure);
    int own = all.indexOf(cell);
    for (int i = 0; name.isPresent() && i < all.size(); i++) {
      if (i != own && all.get(i).willDefine(name.get(), env)) {
        return failure.withHint(
            PageTexts.of(i < own ? Message.DEFINED_ABOVE : Message.DEFINED_BELOW, name.get()));
      }
    }
    return failure;
  }

  Work work() {
    return work;
  }

  /** The code of the other cells in the environment of {@code cell}. */
  List<String> codeBeside(LiveCell cell) {
    List<String> codes = new ArrayList<>();
    for (LiveCell other : all) {
      if (other != cell && other.environment().equals(cell.environment())) {
        codes.add(other.code());
      }
    }
    return codes;
  }

  ForeignMarkup foreignMarkup() {
    return foreignMarkup;
  }

  Displays displays() {
    return displays;
  }

  /** Loads the editor, which is there when the reader's work is. */
  public JSPromise<JSObject> editorModule() {
    if (editorModule == null) {
      JSPromise<JSObject> loading = loaders.editor();
      editorModule = work.read().flatThen(read -> loading);
    }
    return editorModule;
  }

  /** Puts the caret into the next cell that the reader sees, or leaves it where it is. */
  void focusAfter(LiveCell cell) {
    for (int i = all.indexOf(cell) + 1; i < all.size(); i++) {
      if (isShown(elements.get(i))) {
        all.get(i).focus();
        return;
      }
    }
  }

  /** Leaves a mark when the first output of the page's life is there. */
  void firstOutput() {
    if (!wroteBefore) {
      wroteBefore = true;
      mark("viv:first-output");
    }
  }

  /**
   * A new kernel first runs what the author set up. What the author wants to run by itself does so
   * once: after a stop it is for the reader to say.
   */
  private void runFirst() {
    for (LiveCell cell : all) {
      if (cell.isSetup()) {
        cell.runAuthors();
      }
    }
    for (LiveCell cell : all) {
      if (cell.runsByItself()) {
        cell.runAuthors();
      }
    }
  }

  @JSBody(params = "element", script = "return element.offsetParent !== null;")
  private static native boolean isShown(HTMLElement element);

  @JSBody(params = "name", script = "performance.mark(name);")
  private static native void mark(String name);
}
