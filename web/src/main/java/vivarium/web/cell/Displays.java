package vivarium.web.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vivarium.model.output.MimeBundle;

/** The values on the page that can be updated, by the names under which they were shown. */
final class Displays {
  /** After how many additions those are forgotten that are gone from the page. */
  private static final int SWEEP = 256;

  private final Map<String, List<DisplayView>> views = new HashMap<>();
  private int added;

  void add(String displayId, DisplayView view) {
    if (++added % SWEEP == 0) {
      views.values().forEach(Displays::sweep);
      views.values().removeIf(List::isEmpty);
    }
    views.computeIfAbsent(displayId, id -> new ArrayList<>()).add(view);
  }

  /** Shows another value wherever one was shown under this name; nowhere is no mistake. */
  void update(String displayId, MimeBundle bundle) {
    CellEvents.update(displayId, bundle);
    List<DisplayView> named = views.get(displayId);
    if (named != null) {
      sweep(named);
      named.forEach(view -> view.update(bundle));
    }
  }

  private static void sweep(List<DisplayView> views) {
    views.removeIf(view -> !view.isThere());
  }
}
