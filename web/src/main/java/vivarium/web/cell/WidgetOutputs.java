package vivarium.web.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.output.Output;
import vivarium.web.kernel.RunListener;

/** What is written in a widget, and every place that shows it. */
final class WidgetOutputs implements RunListener {
  private final List<Place> places = new ArrayList<>();
  private final List<Output> written = new ArrayList<>();
  private boolean clears;

  private record Place(HTMLElement element, OutputView view) {}

  /** Shows what was written, and what follows. */
  void show(HTMLElement element, OutputView view) {
    view.clear();
    written.forEach(view::show);
    places.add(new Place(element, view));
  }

  @Override
  public void wrote(Output output) {
    if (clears) {
      written.clear();
      clears = false;
    }
    written.add(output);
    each(view -> view.show(output));
  }

  @Override
  public void cleared(boolean waits) {
    clears = waits;
    if (!waits) {
      written.clear();
    }
    each(view -> view.clear(waits));
  }

  @Override
  public void skipping(Output.LeftOut leftOut, Output.Stream end) {
    each(view -> view.skip(leftOut, end));
  }

  private void each(Consumer<OutputView> action) {
    places.removeIf(place -> !CellElement.isConnected(place.element()));
    places.forEach(place -> action.accept(place.view()));
  }

  /** Nothing begins or ends here: a cell does, or a callback. */
  @Override
  public void started() {}

  @Override
  public void finished(boolean failed, int milliseconds) {}

  @Override
  public void asked(String prompt, boolean secret) {}

  @Override
  public void stopped(boolean kept) {}

  @Override
  public void cancelled() {}

  @Override
  public void died(String reason) {}

  @Override
  public void unavailable(String reason) {}
}
