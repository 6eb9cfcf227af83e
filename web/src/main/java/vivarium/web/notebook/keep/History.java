package vivarium.web.notebook.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vivarium.web.storage.Shelf;

/** The versions of a notebook that this browser keeps, apart from the one that is worked on. */
public final class History {
  private final Shelf shelf;

  /**
   * @param document names the notebook among all of the origin
   */
  public History(String document) {
    shelf = new Shelf(document + " versions", () -> {});
  }

  /** Keeps the notebook as it is in a copy, if it is not kept already. */
  public void add(Copy copy) {
    Copy version = new Copy(copy.stamp(), copy.base(), copy.text(), copy.stamp(), copy.saved());
    shelf.change(stored -> Version.added(stored, version), () -> {}, reason -> {});
  }

  /** Reads the versions, the newest first; none where the browser keeps none. */
  public void read(Consumer<List<Version>> read) {
    List<Version> all = new ArrayList<>();
    shelf.change(
        stored -> {
          all.clear();
          all.addAll(Version.all(stored));
          return Map.of();
        },
        () -> read.accept(all),
        reason -> read.accept(List.of()));
  }
}
