package vivarium.web.drafts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All drafts of a document.
 *
 * <p>No change of them loses a text: what would be written over is kept beside what comes, for the
 * reader to choose.
 */
public final class Drafts {
  private final Map<String, Draft> all = new LinkedHashMap<>();

  /** Drafts to begin with. */
  public static Drafts of(Collection<Draft> drafts) {
    Drafts made = new Drafts();
    drafts.forEach(draft -> made.all.put(draft.id(), draft));
    return made;
  }

  /** All of them, those put aside too. */
  public List<Draft> all() {
    return List.copyOf(all.values());
  }

  public Optional<Draft> get(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /**
   * Keeps what a reader has typed.
   *
   * @param mine the text, with the id and the revision of the draft that the reader began with
   * @param fresh an id that nothing has, for the case that the draft is another now
   * @return the draft in which the text is now; empty when it is the author's own code, which is no
   *     draft
   */
  public Optional<Draft> save(Draft mine, String fresh) {
    Draft kept = all.get(mine.id());
    if (kept == null || kept.earlier()) {
      return mine.isEdited() ? add(kept == null ? mine : mine.as(fresh)) : Optional.empty();
    }
    boolean unseen = kept.revision() != mine.revision() && !kept.writer().equals(mine.writer());
    boolean moved = !kept.place().equals(mine.place());
    if (kept.text().equals(mine.text()) && (unseen || !moved)) {
      return Optional.of(kept);
    }
    if (!mine.isEdited()) {
      if (!unseen) {
        all.remove(kept.id());
      }
      return Optional.empty();
    }
    return unseen ? add(mine.as(fresh)) : Optional.of(put(mine.next(kept.revision())));
  }

  /** Adds a draft, unless the same text of the same cell is there. */
  public Optional<Draft> add(Draft draft) {
    for (Draft other : all.values()) {
      if (isSame(draft, other)) {
        return Optional.of(other);
      }
    }
    return Optional.of(put(draft.next(0)));
  }

  /** Puts a draft aside. Does nothing when there is no such draft. */
  public void putAside(String id, String writer) {
    Draft draft = all.remove(id);
    if (draft != null) {
      Draft aside = draft.with(true).by(writer);
      for (Draft other : all.values()) {
        if (isSame(aside, other)) {
          return;
        }
      }
      put(aside.next(draft.revision()));
    }
  }

  /** Takes up what was put aside with this text, for the cell of this place. */
  public void takeUp(Draft wanted, CellPlace place, String writer) {
    for (Draft draft : all()) {
      if (isSame(wanted.with(true), draft)) {
        all.remove(draft.id());
        add(draft.with(false).at(place).by(writer));
      }
    }
  }

  /** The draft is one of this place from now on. Does nothing when there is no such draft. */
  public void move(String id, CellPlace place, String writer) {
    Draft draft = all.get(id);
    if (draft != null) {
      put(draft.at(place).by(writer).next(draft.revision()));
    }
  }

  /** Removes a draft for good. */
  public void remove(String id) {
    all.remove(id);
  }

  /** Removes all of them for good. */
  public void clear() {
    all.clear();
  }

  private Draft put(Draft draft) {
    all.put(draft.id(), draft);
    return draft;
  }

  private static boolean isSame(Draft one, Draft other) {
    return one.earlier() == other.earlier()
        && one.text().equals(other.text())
        && one.place().cell().equals(other.place().cell())
        && one.place().authors().equals(other.place().authors());
  }
}
