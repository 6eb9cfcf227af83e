package vivarium.web.notebook.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import vivarium.web.storage.Shelf;

/**
 * Keeps the whole text of a notebook while its reader works on it. Each step is one transaction
 * that reads all copies, writes what is not kept yet, and does what the reader chose.
 */
public final class NotebookKeeper {
  /** Milliseconds without a change, after which the text is kept. */
  private static final int QUIET = 250;

  /** Milliseconds after which it is kept in any case; with writing it takes less than a second. */
  private static final int LATEST = 600;

  /** More characters than this are not noted in the moment in which a page goes. */
  private static final int LONGEST_NOTE = 2_000_000;

  /** What is kept, and who learns of it. */
  public interface Owner {
    /** The notebook as it is now. */
    String text();

    /** The hash of the author's text that it came from. */
    String base();

    /** Whether the notebook is the author's, so that nothing need be kept of it. */
    boolean isAuthors();

    /** All there was to keep is kept. {@code rivals} are copies that other tabs have made. */
    void kept(List<Copy> rivals);

    /** Another tab has gone on with this copy; empty when it has put it away. */
    void changedElsewhere(Optional<Copy> copy);

    /** Nothing could be kept; {@code reason} is the browser's word for it. */
    void failed(String reason);
  }

  private final String writer = random();
  private final Shelf shelf;
  private final Owner owner;
  private final List<Consumer<Copies>> choices = new ArrayList<>();
  private Optional<Copy> seen = Optional.empty();
  private String name;
  private int count;
  private int changes;
  private int keptChanges;

  /** How often another copy was taken up: what was being written then says nothing of it. */
  private int taken;

  private boolean writing;
  private boolean again;
  private int quiet;
  private int latest;

  /**
   * @param document names the notebook among all of the origin
   */
  public NotebookKeeper(String document, Owner owner) {
    this.owner = owner;
    name = writer;
    shelf = new Shelf(document + " notebook", this::step);
  }

  /** Reads the copy to go on with, which is the newest; notes of a page that went come first. */
  public void open(Consumer<Optional<Copy>> opened) {
    Map<String, String> notes = shelf.notes();
    List<Copy> found = new ArrayList<>();
    shelf.change(
        stored -> {
          found.clear();
          Copies copies = Copies.read(stored);
          notes.forEach((writer, note) -> addNote(copies, writer, note));
          found.addAll(copies.all());
          return copies.changes();
        },
        () -> {
          notes.keySet().forEach(shelf::forgetNote);
          seen = found.stream().findFirst();
          seen.ifPresent(copy -> name = copy.name());
          opened.accept(seen);
          owner.kept(rivals(found));
        },
        reason -> {
          opened.accept(Optional.empty());
          owner.failed(reason);
        });
  }

  /**
   * A note is what came after the copy whose stamp stands before it; empty when the copy was let go
   * for the author's text.
   */
  private static void addNote(Copies copies, String writer, String note) {
    int end = note.indexOf('\n');
    int second = note.indexOf('\n', end + 1);
    if (end < 0 || second < 0) {
      return;
    }
    String stamp = note.substring(0, end);
    String name = note.substring(end + 1, second);
    Optional<Copy> base =
        copies.get(name).filter(copy -> copy.stamp().equals(stamp) || copy.isBy(writer));
    if (second + 1 == note.length()) {
      base.ifPresent(copies::remove);
      return;
    }
    Optional<Copy> noted = Copy.read(name, note.substring(second + 1));
    noted
        .filter(copy -> copies.get(name).stream().noneMatch(it -> it.text().equals(copy.text())))
        .ifPresent(copy -> copies.save(copy, base, writer + "-note"));
  }

  /** The notebook is another now. */
  public void changed() {
    changes++;
    Window.clearTimeout(quiet);
    quiet = Window.setTimeout(this::step, QUIET);
    if (latest == 0) {
      latest = Window.setTimeout(this::step, LATEST);
    }
  }

  /** Whether something is not kept yet. */
  public boolean isDirty() {
    return changes != keptChanges;
  }

  /** Lets go of a copy that another tab has made. */
  public void drop(Copy rival) {
    choices.add(copies -> copies.remove(rival));
    step();
  }

  /** Goes on with another copy; the one until now is let go. */
  public void takeUp(Copy rival) {
    Optional<Copy> mine = seen;
    choices.add(copies -> mine.ifPresent(copies::remove));
    seen = Optional.of(rival);
    name = rival.name();
    taken++;
    keptChanges = changes;
    step();
  }

  /** The page may be gone in a moment: notes what is not kept. */
  public void leave() {
    if (isDirty()) {
      String copy = owner.isAuthors() ? "" : copy().json();
      if (copy.length() < LONGEST_NOTE) {
        shelf.note(writer, seen.map(Copy::stamp).orElse("") + "\n" + name + "\n" + copy);
      }
      step();
    }
  }

  /** The notebook as it is now. */
  public Copy copy() {
    count++;
    return new Copy(name, owner.base(), owner.text(), Copy.stamp(writer, count), time());
  }

  /** Keeps what is not kept, and learns what other tabs have done. */
  public void step() {
    Window.clearTimeout(quiet);
    Window.clearTimeout(latest);
    latest = 0;
    if (writing) {
      again = true;
      return;
    }
    writing = true;
    again = false;
    Step step = new Step();
    shelf.change(step::change, step::done, step::failed);
  }

  /** One transaction. */
  private final class Step {
    private int at;
    private int chosen;
    private int takenBefore;
    private Optional<Copy> mine = Optional.empty();
    private List<Copy> all = List.of();

    Map<String, Optional<String>> change(Map<String, String> stored) {
      Copies copies = Copies.read(stored);
      at = changes;
      takenBefore = taken;
      chosen = choices.size();
      choices.forEach(choice -> choice.accept(copies));
      mine = seen;
      if (isDirty() && owner.isAuthors()) {
        seen.ifPresent(copies::remove);
        mine = Optional.empty();
      } else if (isDirty()) {
        mine = Optional.of(copies.save(copy(), seen, writer + "-" + count));
      }
      all = copies.all();
      return copies.changes();
    }

    void done() {
      boolean wrote = at != keptChanges;
      choices.subList(0, chosen).clear();
      writing = false;
      if (takenBefore != taken) {
        step();
        return;
      }
      keptChanges = at;
      if (wrote) {
        seen = mine;
        mine.ifPresent(copy -> name = copy.name());
      } else if (!isDirty()) {
        adopt();
      }
      owner.kept(rivals(all));
      if (again || isDirty() || !choices.isEmpty()) {
        step();
      } else {
        shelf.forgetNote(writer);
      }
    }

    /** What another tab has made of the copy that this one shows, and changes nothing of. */
    private void adopt() {
      Optional<Copy> now = all.stream().filter(copy -> copy.name().equals(name)).findFirst();
      if (!now.map(Copy::stamp).equals(seen.map(Copy::stamp))) {
        seen = now;
        owner.changedElsewhere(now);
      } else if (seen.isEmpty() && !all.isEmpty()) {
        seen = Optional.of(all.get(0));
        name = all.get(0).name();
        owner.changedElsewhere(seen);
      }
    }

    void failed(String reason) {
      writing = false;
      owner.failed(reason);
    }
  }

  private List<Copy> rivals(List<Copy> all) {
    return all.stream().filter(copy -> !copy.name().equals(name)).toList();
  }

  @JSBody(script = "return Math.random().toString(36).slice(2, 12);")
  private static native String random();

  @JSBody(script = "return new Date().toISOString();")
  private static native String time();
}
