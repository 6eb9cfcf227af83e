package vivarium.web.work;

import java.util.List;
import java.util.Optional;
import vivarium.web.drafts.CellPlace;
import vivarium.web.drafts.Draft;

/** A cell, and what is known of the drafts of its code. */
final class Held {
  final KeptCell cell;

  /** Where the cell stands; known as soon as all cells are. */
  CellPlace place;

  /** The draft that the cell shows, as it was kept last; empty for the author's code. */
  Optional<Draft> base = Optional.empty();

  /** Other drafts of the same cell, from other tabs, newest first. */
  List<Draft> rivals = List.of();

  /** What was put aside by the last reset. */
  Optional<Draft> undo = Optional.empty();

  /** Changes with each choice of the reader, so that an answer to what was before is known. */
  int choices;

  private String reserved = "";

  Held(KeptCell cell) {
    this.cell = cell;
    place = new CellPlace(cell.id(), cell.authors(), 0, 1);
  }

  /** The text that is kept. */
  String keptText() {
    return base.map(Draft::text).orElse(cell.authors());
  }

  /** Whether the cell has a text that is not kept yet. */
  boolean isDirty() {
    return cell.isEditable() && !cell.text().equals(keptText());
  }

  boolean isEdited() {
    return cell.isEditable() && !cell.text().equals(cell.authors());
  }

  /** Whether the draft was made from code that its author has changed since. */
  boolean isOutdated() {
    return base.isPresent() && !base.get().place().authors().equals(cell.authors());
  }

  /**
   * What is to be kept.
   *
   * @param fresh an id for a first draft; the one of the first call is used until that is kept
   */
  Draft draft(String fresh, String writer, String now) {
    String text = cell.text();
    boolean authors = text.equals(cell.authors());
    CellPlace from = isOutdated() && !authors ? base.get().place() : place;
    if (reserved.isEmpty()) {
      reserved = fresh;
    }
    String id = base.map(Draft::id).orElse(reserved);
    return new Draft(id, from, text, base.map(Draft::revision).orElse(0), writer, now, false);
  }

  /** The cell shows this draft from now on. */
  void rest(Optional<Draft> draft) {
    base = draft;
    reserved = "";
  }
}
