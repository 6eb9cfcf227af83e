package vivarium.web.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vivarium.web.drafts.CellPlace;
import vivarium.web.drafts.Draft;
import vivarium.web.drafts.Home;

/** The cells of a page, and which draft belongs to which. */
final class HeldCells {
  private final List<Held> all = new ArrayList<>();
  private List<Draft> earlier = List.of();

  void add(KeptCell cell) {
    all.add(new Held(cell));
  }

  /** In the order of the page. */
  List<Held> list() {
    return all;
  }

  Optional<Held> of(KeptCell cell) {
    for (Held held : all) {
      if (held.cell == cell) {
        return Optional.of(held);
      }
    }
    return Optional.empty();
  }

  /** The cells with a text that is not kept yet. */
  List<Held> dirty() {
    List<Held> dirty = new ArrayList<>();
    for (Held held : all) {
      if (held.isDirty()) {
        dirty.add(held);
      }
    }
    return dirty;
  }

  /** The cells that have other code than their author's. */
  List<Held> edited() {
    List<Held> edited = new ArrayList<>();
    for (Held held : all) {
      if (held.isEdited()) {
        edited.add(held);
      }
    }
    return edited;
  }

  /** Drafts that no cell shows: put aside, or of a cell that is gone; newest first. */
  List<Draft> earlier() {
    return earlier;
  }

  /** Where nothing can be kept, what was put aside is still at hand. */
  void setEarlier(List<Draft> drafts) {
    List<Draft> rest = new ArrayList<>(drafts);
    rest.removeIf(draft -> !draft.earlier() && !earlier.contains(draft));
    earlier = newestFirst(rest);
  }

  /** Finds out where each cell stands among the others. */
  void place() {
    List<CellPlace.Written> written = new ArrayList<>();
    all.forEach(held -> written.add(new CellPlace.Written(held.cell.id(), held.cell.authors())));
    List<CellPlace> places = CellPlace.of(written);
    for (int i = 0; i < places.size(); i++) {
      all.get(i).place = places.get(i);
    }
  }

  /** The cell that a draft belongs to; empty when it is gone. */
  Optional<Held> home(Draft draft) {
    for (Held held : all) {
      if (held.base.filter(base -> base.id().equals(draft.id())).isPresent()) {
        return Optional.of(held);
      }
    }
    List<CellPlace> places = new ArrayList<>();
    all.forEach(held -> places.add(held.place));
    OptionalInt home = Home.of(draft.place(), places);
    return home.isPresent() && all.get(home.getAsInt()).cell.isEditable()
        ? Optional.of(all.get(home.getAsInt()))
        : Optional.empty();
  }

  /** Gives every draft to its cell, and to cells that have nothing unkept what is theirs now. */
  void show(List<Draft> drafts) {
    Map<Held, List<Draft>> found = new LinkedHashMap<>();
    List<Draft> rest = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<Held> home = draft.earlier() ? Optional.empty() : home(draft);
      if (home.isEmpty()) {
        rest.add(draft);
      } else {
        found.computeIfAbsent(home.get(), held -> new ArrayList<>()).add(draft);
      }
    }
    earlier = newestFirst(rest);
    for (Held held : all) {
      show(held, found.getOrDefault(held, List.of()));
    }
  }

  private static List<Draft> newestFirst(List<Draft> drafts) {
    drafts.sort(Comparator.comparing(Draft::saved).reversed());
    return List.copyOf(drafts);
  }

  private static void show(Held held, List<Draft> drafts) {
    String authors = held.cell.authors();
    String base = held.base.map(Draft::id).orElse("");
    List<Draft> others = new ArrayList<>(drafts);
    others.removeIf(draft -> draft.text().equals(authors));
    others.sort(
        Comparator.<Draft, Boolean>comparing(draft -> !draft.id().equals(base))
            .thenComparing(draft -> !draft.place().authors().equals(authors))
            .thenComparing(Draft::saved, Comparator.reverseOrder()));
    if (!held.isDirty()) {
      held.rest(others.isEmpty() ? Optional.empty() : Optional.of(others.remove(0)));
      if (!held.cell.text().equals(held.keptText())) {
        held.cell.adopt(held.keptText());
      }
    }
    String shown = held.base.map(Draft::id).orElse("");
    others.removeIf(draft -> draft.id().equals(shown));
    held.rivals = List.copyOf(others);
  }
}
