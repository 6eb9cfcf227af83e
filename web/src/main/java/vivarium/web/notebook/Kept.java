package vivarium.web.notebook;

import java.util.List;
import java.util.Optional;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.browser.Window;
import vivarium.web.notebook.Notice.Choice;
import vivarium.web.notebook.keep.Copy;
import vivarium.web.notebook.keep.History;
import vivarium.web.notebook.keep.NotebookKeeper;
import vivarium.web.work.Lasting;

/** What this browser keeps of the notebook, and what its reader is told and asked about that. */
final class Kept implements NotebookKeeper.Owner {
  /** Milliseconds after which a browser that does not answer is taken for one that refuses. */
  private static final int PATIENCE = 1500;

  /** Milliseconds of work after which what there is becomes a version to come back to. */
  private static final int INTERVAL = 10 * 60 * 1000;

  private final Word newerWord;
  private String authors;
  private String hash;
  private final View view;
  private final NotebookKeeper keeper;
  private final History history;
  private final Notice newer;
  private final Notice rival;
  private final Notice trouble;
  private final boolean isFile;
  private String base;
  private String taken;
  private boolean opened;
  private double versionAt;

  /** Shows what is kept. */
  interface View {
    /** The notebook as it is now. */
    String text();

    /** Takes another text. */
    void replace(String text);

    /** The notebook is another now, and to be saved wherever it is saved. */
    void changed();

    /** Another tab has saved the file, perhaps: it is to be read again. */
    void readAgain();

    /** Says how the work is. */
    void setState(Word word);
  }

  /**
   * @param origin the author's notebook
   */
  Kept(Origin origin, View view, Notices notices) {
    this.authors = origin.text();
    this.hash = origin.hash();
    isFile = origin.kind() == Origin.Kind.FILE;
    newerWord = isFile ? Word.FILE_CHANGED : Word.NEWER;
    taken = authors;
    this.view = view;
    base = hash;
    newer = notices.make();
    rival = notices.make();
    trouble = notices.make();
    keeper = new NotebookKeeper(origin.document(), this);
    history = new History(origin.document());
  }

  /** Makes places for notices. */
  interface Notices {
    Notice make();
  }

  /** Reads what is kept, and calls {@code then} once the notebook to begin with is known. */
  void open(Runnable then) {
    keeper.open(
        copy -> {
          if (!opened) {
            opened = true;
            copy.ifPresent(history::add);
            copy.ifPresent(this::show);
            versionAt = Performance.now();
            then.run();
          } else {
            copy.ifPresent(this::late);
          }
        });
    Window.setTimeout(
        () -> {
          if (!opened) {
            opened = true;
            then.run();
          }
        },
        PATIENCE);
    Dom.onLeave(keeper::leave);
  }

  /** What comes after its reader has begun is at least among the versions. */
  private void late(Copy copy) {
    history.add(copy);
    if (!keeper.isDirty()) {
      show(copy);
    }
  }

  private void show(Copy copy) {
    base = copy.base();
    view.replace(copy.text());
    ask();
  }

  /** The text that another tab made last, or the author's: what is done here began with it. */
  String taken() {
    return taken;
  }

  /** The notebook is another. */
  void changed() {
    view.setState(Word.NOT_SAVED_YET);
    keeper.changed();
    view.changed();
    if (Performance.now() - versionAt > INTERVAL) {
      keepVersion();
    }
  }

  /** Keeps the notebook as it is now, to come back to. */
  void keepVersion() {
    versionAt = Performance.now();
    history.add(keeper.copy());
  }

  /** The versions that are kept. */
  History history() {
    return history;
  }

  /** Goes back to a version; what there is now is kept as one. */
  void restore(Copy version) {
    keepVersion();
    base = version.base();
    view.replace(version.text());
    changed();
    ask();
  }

  /** The author's notebook is another now: the file has what this page saved, or shows. */
  void published(String text, String newHash) {
    authors = text;
    taken = text;
    hash = newHash;
    base = newHash;
    newer.close();
    keeper.changed();
  }

  /**
   * The file has another text now, by another tab.
   *
   * @return whether it is shown: not over work that is not kept yet
   */
  boolean reread(String text, String newHash) {
    if (keeper.isDirty()) {
      return false;
    }
    authors = text;
    taken = text;
    hash = newHash;
    base = newHash;
    newer.close();
    view.replace(text);
    view.setState(Word.AUTHORS_OWN);
    return true;
  }

  /** Brings the author's notebook back; what there is now is kept as a version. */
  void revert() {
    keepVersion();
    base = hash;
    view.replace(authors);
    newer.close();
    changed();
  }

  private void keepMine() {
    base = hash;
    newer.close();
    changed();
  }

  private void ask() {
    if (base.equals(hash)) {
      newer.close();
      return;
    }
    newer.say(
        Words.of(newerWord),
        List.of(
            new Choice("keep", Word.KEEP_MINE, this::keepMine),
            new Choice("take", Word.TAKE_THEIRS, this::revert),
            new Choice("compare", Word.SEE_BOTH, () -> compare(newer, authors))));
  }

  private void compare(Notice notice, String other) {
    notice.compare(view.text(), other);
  }

  @Override
  public String text() {
    return view.text();
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public boolean isAuthors() {
    return base.equals(hash) && view.text().equals(authors);
  }

  @Override
  public void kept(List<Copy> rivals) {
    trouble.close();
    if (!keeper.isDirty()) {
      boolean isAuthors = isAuthors();
      view.setState(isAuthors ? Word.AUTHORS_OWN : Word.SAVED);
      if (!isAuthors) {
        Lasting.ask();
      }
    }
    if (rivals.isEmpty()) {
      rival.close();
      return;
    }
    Copy other = rivals.get(0);
    rival.say(
        Words.of(Word.OTHER_TAB),
        List.of(
            new Choice(
                "keep",
                Word.KEEP_MINE,
                () ->
                    settle(
                        () -> {
                          history.add(other);
                          keeper.drop(other);
                        })),
            new Choice(
                "take",
                Word.TAKE_OTHER,
                () ->
                    settle(
                        () -> {
                          keepVersion();
                          keeper.takeUp(other);
                          show(other);
                        })),
            new Choice("compare", Word.SEE_BOTH, () -> compare(rival, other.text()))));
  }

  private void settle(Runnable choice) {
    rival.close();
    choice.run();
  }

  @Override
  public void changedElsewhere(Optional<Copy> copy) {
    if (copy.isPresent() && isFile) {
      taken = copy.get().text(); // The tab that made it says what there is to say of the file.
      view.replace(taken);
    } else if (copy.isPresent()) {
      show(copy.get());
    } else if (isFile) {
      view.readAgain();
    } else {
      base = hash;
      view.replace(authors);
      newer.close();
    }
  }

  @Override
  public void failed(String reason) {
    trouble.say(Words.of(Word.NOT_KEPT, reason.isEmpty() ? "?" : reason), List.of());
  }
}
