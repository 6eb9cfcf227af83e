package vivarium.web.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import vivarium.web.drafts.Draft;
import vivarium.web.drafts.Drafts;
import vivarium.web.drafts.Records;
import vivarium.web.storage.Shelf;

/**
 * Keeps what readers type, and brings it back.
 *
 * <p>Everything happens in steps. Each is one transaction, which reads all drafts of the document,
 * adds what the cells of this tab have that is not kept, and does what the reader chose. What comes
 * out of it is then shown. So what other tabs did in between is always known when something is
 * written.
 */
final class Keeper {
  /** Milliseconds without a key, after which the text is kept. */
  private static final int QUIET = 250;

  /** Milliseconds after which it is kept in any case; with writing it takes less than a second. */
  private static final int LATEST = 600;

  private final String writer = random();
  private final HeldCells all = new HeldCells();
  private final List<Consumer<Drafts>> choices = new ArrayList<>();
  private final Shelf shelf;
  private final Listener listener;
  private Drafts known = Drafts.of(List.of());
  private Map<String, String> notes = Map.of();

  /** What is being written: a page that goes may or may not see the end of it. */
  private Set<Held> underway = Set.of();

  private int lastId;
  private int unreadable;
  private boolean read;
  private boolean writing;
  private boolean again;
  private boolean erasing;
  private int quiet;
  private int latest;

  /** Learns of what became of the work. */
  interface Listener {
    /** There is something else to show. */
    void changed();

    /** What there was to keep is kept. */
    void kept();

    /** Nothing could be kept; {@code reason} is the browser's word for it. */
    void failed(String reason);
  }

  Keeper(String document, Listener listener) {
    this.listener = listener;
    shelf = new Shelf(document, this::step);
  }

  void add(KeptCell cell) {
    all.add(cell);
    if (read) {
      step();
    }
  }

  /** Reads what was kept, once all cells of the page have been added. */
  void start() {
    notes = shelf.notes();
    step();
  }

  HeldCells cells() {
    return all;
  }

  /** How many records there are that cannot be read. */
  int unreadable() {
    return unreadable;
  }

  /** Whether something has been typed that is not kept yet. */
  boolean isDirty() {
    return !choices.isEmpty() || !all.dirty().isEmpty();
  }

  /** All of the work as it is at this moment, kept or not. */
  Drafts now() {
    Drafts drafts = Drafts.of(known.all());
    apply(drafts, new LinkedHashMap<>());
    return drafts;
  }

  /** A cell has another text now. */
  void changed(Held held) {
    if (!held.isDirty()) {
      return;
    }
    held.undo = Optional.empty();
    Window.clearTimeout(quiet);
    quiet = Window.setTimeout(this::step, QUIET);
    if (latest == 0) {
      latest = Window.setTimeout(this::step, LATEST);
    }
  }

  /** Does something to the drafts, as soon as nothing else is being written. */
  void choose(Consumer<Drafts> choice) {
    choices.add(choice);
    step();
  }

  /** The author's code comes into the cell; what the reader had is put aside. */
  void putAside(Held held) {
    Draft mine = held.draft(nextId(), writer, time());
    List<Draft> rivals = held.rivals;
    held.rest(Optional.empty());
    held.rivals = List.of();
    held.undo = mine.isEdited() ? Optional.of(mine) : Optional.empty();
    held.choices++;
    String fresh = nextId();
    choices.add(
        drafts -> {
          drafts.save(mine, fresh).ifPresent(saved -> drafts.putAside(saved.id(), writer));
          rivals.forEach(rival -> drafts.putAside(rival.id(), writer));
        });
  }

  /** Brings back what was put aside last. */
  void undo(Held held) {
    held.undo.ifPresent(this::takeUp);
    held.undo = Optional.empty();
  }

  /** Brings a draft back that was put aside; what its cell has instead is put aside. */
  void takeUp(Draft draft) {
    Optional<Held> home = all.home(draft);
    if (home.isPresent()) {
      Held held = home.get();
      if (held.isEdited()) {
        putAside(held);
      }
      held.cell.adopt(draft.text());
      held.undo = Optional.empty();
      choose(drafts -> drafts.takeUp(draft, held.place, writer));
    }
  }

  /** The reader's code is one of the author's new code from now on. */
  void keepMine(Held held) {
    held.base.ifPresent(base -> choose(drafts -> drafts.move(base.id(), held.place, writer)));
  }

  /** Of the versions of two tabs, the one that the cell shows is put aside, or the other. */
  void settle(Held held, boolean mine) {
    Draft rival = held.rivals.get(0);
    if (mine) {
      choose(drafts -> drafts.putAside(rival.id(), writer));
      return;
    }
    Draft own = held.draft(nextId(), writer, time());
    String fresh = nextId();
    held.rest(Optional.of(rival));
    held.choices++;
    held.cell.adopt(rival.text());
    choose(drafts -> drafts.save(own, fresh).ifPresent(d -> drafts.putAside(d.id(), writer)));
  }

  /** Adds drafts from a file. */
  void restore(List<Draft> drafts) {
    List<Draft> added = new ArrayList<>();
    drafts.forEach(draft -> added.add(draft.as(nextId()).by(writer)));
    choose(kept -> added.forEach(kept::add));
  }

  /** Removes all of the work for good, what cannot be read too. */
  void erase() {
    for (Held held : all.list()) {
      held.rest(Optional.empty());
      held.rivals = List.of();
      held.undo = Optional.empty();
      held.choices++;
      held.cell.adopt(held.cell.authors());
    }
    erasing = true;
    choose(Drafts::clear);
  }

  /** The page may go at any moment. */
  void leave() {
    Set<Held> unsure = new LinkedHashSet<>(underway);
    unsure.addAll(all.dirty());
    if (read && (!unsure.isEmpty() || !choices.isEmpty())) {
      List<Draft> drafts = new ArrayList<>();
      unsure.forEach(held -> drafts.add(held.draft(nextId(), writer, time())));
      shelf.note(writer, Records.write(drafts));
      step();
    }
  }

  /** Keeps what there is to keep, and shows what others have kept. */
  void step() {
    Window.clearTimeout(quiet);
    Window.clearTimeout(latest);
    latest = 0;
    if (writing) {
      again = true;
      return;
    }
    writing = true;
    again = false;
    all.place();
    Step step = new Step();
    shelf.change(step::change, step::done, step::failed);
  }

  /** Adds to the drafts what is not kept yet; notes for each cell what it then shows. */
  private void apply(Drafts drafts, Map<Held, Optional<Draft>> saved) {
    notes.forEach((name, note) -> Records.read(note).forEach(d -> drafts.save(d, nextId())));
    for (Held held : all.dirty()) {
      saved.put(held, drafts.save(held.draft(nextId(), writer, time()), nextId()));
    }
    List.copyOf(choices).forEach(choice -> choice.accept(drafts));
  }

  /** One transaction. */
  private final class Step {
    private final Map<Held, Optional<Draft>> saved = new LinkedHashMap<>();
    private final Map<Held, Integer> chosen = new LinkedHashMap<>();
    private final Map<String, String> applied = notes;
    private Drafts after = Drafts.of(List.of());
    private int count;
    private int broken;

    Map<String, Optional<String>> change(Map<String, String> stored) {
      saved.clear();
      count = choices.size();
      all.list().forEach(held -> chosen.put(held, held.choices));
      Records records = Records.read(stored);
      after = Drafts.of(records.drafts());
      apply(after, saved);
      underway = saved.keySet();
      Map<String, Optional<String>> changes = records.changesTo(after);
      broken = records.unreadable().size();
      if (erasing) {
        records.unreadable().forEach(name -> changes.put(name, Optional.empty()));
        broken = 0;
      }
      return changes;
    }

    void done() {
      applied.keySet().forEach(shelf::forgetNote);
      notes = Map.of();
      choices.subList(0, count).clear();
      erasing = erasing && !choices.isEmpty();
      known = after;
      unreadable = broken;
      boolean outdated = false;
      for (Held held : all.list()) {
        if (chosen.getOrDefault(held, held.choices) != held.choices) {
          outdated = true;
        } else if (saved.containsKey(held)) {
          held.rest(saved.getOrDefault(held, Optional.empty()));
        }
      }
      writing = false;
      underway = Set.of();
      read = true;
      if (!outdated && choices.isEmpty()) {
        all.show(known.all());
        listener.changed();
      }
      listener.kept();
      if (again || isDirty()) {
        step();
      } else {
        shelf.forgetNote(writer);
      }
    }

    void failed(String reason) {
      writing = false;
      underway = Set.of();
      read = true;
      all.setEarlier(now().all());
      listener.changed();
      listener.failed(reason);
    }
  }

  private String nextId() {
    lastId++;
    return writer + "-" + lastId;
  }

  @JSBody(script = "return Math.random().toString(36).slice(2, 12);")
  private static native String random();

  @JSBody(script = "return new Date().toISOString();")
  private static native String time();
}
