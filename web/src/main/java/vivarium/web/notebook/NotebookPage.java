package vivarium.web.notebook;

import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.PageConfig;
import vivarium.web.cell.CellBehaviour;
import vivarium.web.cell.Cells;
import vivarium.web.loading.Loaders;
import vivarium.web.notebook.Command.When;
import vivarium.web.notebook.Notice.Choice;
import vivarium.web.notebook.edit.Book;
import vivarium.web.notebook.keep.Version;
import vivarium.web.reload.LiveReload;
import vivarium.web.text.PageTexts;
import vivarium.web.work.Work;

/** Makes the page of a notebook live: what was built stays, and becomes editable cell by cell. */
public final class NotebookPage {
  private final HTMLElement main;
  private final PageConfig config;
  private final Cells cells;
  private final Desk desk;
  private final CellRuns running;
  private final CellEdits edits;
  private final Commands commands;
  private final Toolbar toolbar;
  private final Kept kept;
  private final Loaders loaders;
  private final Origin origin;
  private final Notice arrival;
  private final Optional<SavedFile> file;
  private final FindBar find;
  private final VariablesPanel variables;
  private final FilesPanel files;
  private final LineNumbers numbers;

  private NotebookPage(
      HTMLElement main,
      PageConfig config,
      Cells cells,
      Loaders loaders,
      JSObject texts,
      String published,
      Origin origin) {
    this.main = main;
    this.config = config;
    this.cells = cells;
    this.loaders = loaders;
    this.origin = origin;
    HTMLElement root = main.querySelector(".viv-nb-cells");
    desk = new Desk(root, new Book(published, Dom::id), cells, this::changed);
    numbers = new LineNumbers(main, desk.book());
    running = new CellRuns(root, desk, cells, this::ran);
    edits = new CellEdits(desk, running.runs());
    commands = new Commands(desk, edits, running);
    pageCommands();
    toolbar = new Toolbar(main, desk, edits, commands);
    HTMLElement search = HTMLDocument.current().createElement("div");
    search.setClassName("viv-nb-search");
    main.insertBefore(search, root);
    find = new FindBar(search, desk, edits);
    HTMLElement table = HTMLDocument.current().createElement("div");
    table.setClassName("viv-nb-variables");
    main.insertBefore(table, root);
    variables = new VariablesPanel(table, loaders, texts, cells.kernel());
    HTMLElement shelf = HTMLDocument.current().createElement("div");
    main.insertBefore(shelf, root);
    files = new FilesPanel(shelf, loaders, origin);
    HTMLElement notices = HTMLDocument.current().createElement("div");
    main.insertBefore(notices, root);
    if (!origin.text().equals(published)) {
      desk.replace(origin.text());
    }
    arrival = new Notice(notices);
    file =
        Optional.ofNullable(SavedFile.address())
            .map(it -> new SavedFile(it, origin.hash(), new Saved(new Notice(notices))));
    kept = new Kept(origin, new Shown(), () -> new Notice(notices));
  }

  /** What the compiler starts from; the work begins with {@link #start}. */
  public static void main(String[] args) {}

  /**
   * Makes the page live; to be called once, when all of it is there.
   *
   * @param texts an object with a text for each message
   * @param words an object with a text for each {@link Word}
   */
  @JSExport
  public static void start(
      Loaders loaders, JSObject texts, JSObject words, CellBehaviour.Definition definition) {
    PageTexts.use(texts);
    Words.use(words);
    HTMLElement main = HTMLDocument.current().querySelector("main.viv-notebook");
    PageConfig config = PageConfig.read(HTMLDocument.current());
    LiveReload.start();
    if (isPrinted()) {
      return;
    }
    Cells cells = new Cells(loaders, config.boot(), config.mathematics(), Work.elsewhere());
    cells.kernel().start();
    Dom.load(config.notebook())
        .then(
            text -> {
              String published = text.stringValue();
              Origin.find(
                  config,
                  loaders,
                  published,
                  (origin, arrival) -> {
                    NotebookPage page =
                        new NotebookPage(main, config, cells, loaders, texts, published, origin);
                    page.kept.open(() -> page.begin(definition, arrival));
                  },
                  reason -> cannotStart(main, reason));
              return JSUndefined.instance();
            })
        .catchError(
            reason -> {
              cannotStart(main, String.valueOf(reason));
              return JSUndefined.instance();
            });
  }

  private static void cannotStart(HTMLElement main, String reason) {
    log(reason);
    new Notice(main).say(Words.of(Word.NOT_LIVE), List.of());
  }

  private void begin(CellBehaviour.Definition definition, Origin.Arrival said) {
    if (said == Origin.Arrival.BY_LINK) {
      arrival.say(
          Words.of(Word.LINKED), List.of(new Choice("leave-link", Word.LEAVE_LINK, Links::leave)));
    } else if (said == Origin.Arrival.DAMAGED) {
      arrival.say(Words.of(Word.BAD_LINK), List.of());
    }
    Links.follow();
    file.ifPresent(
        saved -> {
          Dom.onLeave(saved::leave);
          if (kept.base().equals(origin.hash()) && !kept.isAuthors()) {
            saved.changed(); // This browser has kept what an earlier visit could not save.
          }
        });
    cells.define(definition);
    desk.live();
    edits.live(cells);
    numbers.restore();
    Shortcuts shortcuts = new Shortcuts(commands.all());
    Dom.listenToKeys(
        main,
        (key, editing) -> {
          var command = shortcuts.press(key, editing, Performance.now());
          command.ifPresent(it -> it.action().run());
          return command.isPresent();
        });
    main.setAttribute("data-live", "");
    Dom.onPrint(cells::prepareForPrint);
    whenIdle(cells::editorModule);
  }

  private void pageCommands() {
    CommandDialog dialog = new CommandDialog(commands);
    commands.group(Word.GROUP_NOTEBOOK);
    Downloads downloads = new Downloads(desk.book(), cells, main, config.notebookName());
    commands.add("download", Word.DOWNLOAD_NOTEBOOK, When.SELECTING, downloads::notebook);
    commands.add("download-py", Word.DOWNLOAD_SCRIPT, When.SELECTING, downloads::script);
    commands.add("download-md", Word.DOWNLOAD_MARKDOWN, When.SELECTING, downloads::markdown);
    commands.add("download-html", Word.DOWNLOAD_HTML, When.SELECTING, downloads::html);
    commands.add("contents", Word.CONTENTS, When.SELECTING, new Contents(main, desk)::open);
    commands.add("files", Word.FILES, When.SELECTING, () -> files.toggle());
    commands.add("variables", Word.VARIABLES, When.SELECTING, () -> variables.toggle());
    commands.add("lines", Word.LINE_NUMBERS, When.SELECTING, numbers::toggle, "l", "Shift-l");
    commands.add("find", Word.FIND, When.SELECTING, () -> find.open(), "f", "Ctrl-Shift-f");
    commands.add("save", Word.KEEP_VERSION, When.ALWAYS, () -> kept.keepVersion(), "s", "Ctrl-s");
    commands.add("history", Word.VERSIONS, When.SELECTING, this::showHistory);
    if (origin.kind() != Origin.Kind.FILE) {
      commands.add("revert", Word.REVERT, When.SELECTING, () -> kept.revert());
      commands.add("share", Word.SHARE, When.SELECTING, this::share);
    }
    commands.add("palette", Word.PALETTE, When.ALWAYS, dialog::showPalette, "Ctrl-Shift-p", "p");
    commands.add("shortcuts", Word.SHORTCUTS, When.SELECTING, dialog::showShortcuts, "h");
  }

  private void share() {
    new ShareDialog(loaders).open(desk.book().text());
  }

  private void showHistory() {
    new HistoryDialog(
            kept.history(),
            new HistoryDialog.Restore() {
              @Override
              public void to(Version version) {
                kept.restore(version.copy());
              }

              @Override
              public String now() {
                return desk.book().text();
              }
            })
        .open();
  }

  private void changed() {
    kept.changed();
    numbers.changed();
  }

  private void ran(String said) {
    toolbar.say(said);
    toolbar.setBusy(running.runs().isBusy());
    variables.refresh();
  }

  /** What is kept is shown here. */
  private final class Shown implements Kept.View {
    @Override
    public String text() {
      return desk.book().text();
    }

    @Override
    public void replace(String text) {
      desk.replace(text);
    }

    @Override
    public void changed() {
      file.ifPresent(SavedFile::changed);
    }

    @Override
    public void readAgain() {
      file.ifPresent(saved -> saved.reread(kept::reread));
    }

    @Override
    public void setState(Word word) {
      toolbar.setState(Words.of(file.isPresent() ? ofFile(word) : word));
    }

    /** What is kept in the browser is on its way into the file. */
    private static Word ofFile(Word word) {
      return switch (word) {
        case SAVED -> Word.NOT_SAVED_YET;
        case AUTHORS_OWN -> Word.SAVED_IN_FILE;
        default -> word;
      };
    }
  }

  /** The file is saved from here. */
  private final class Saved implements SavedFile.Owner {
    private final Notice notice;

    Saved(Notice notice) {
      this.notice = notice;
    }

    @Override
    public String text() {
      return desk.book().text();
    }

    @Override
    public void saved(String text, String tag) {
      notice.close();
      kept.published(text, tag);
    }

    @Override
    public void changedThere(SavedFile changed) {
      changed.look(
          (text, tag) -> {
            if (text.equals(kept.taken())) {
              changed.goOn(tag); // Another tab has saved what this one had from it.
            } else {
              ask(changed);
            }
          });
    }

    private void ask(SavedFile changed) {
      notice.say(
          Words.of(Word.FILE_RIVAL),
          List.of(
              new Choice("overwrite", Word.OVERWRITE, changed::overwrite),
              new Choice("take", Word.TAKE_FILE, () -> changed.take(this::show)),
              new Choice(
                  "compare",
                  Word.SEE_BOTH,
                  () -> changed.look((text, tag) -> notice.compare(text(), text)))));
    }

    private void show(String text, String tag) {
      notice.close();
      kept.keepVersion();
      desk.replace(text);
      kept.published(text, tag);
    }

    @Override
    public void failed(String reason) {
      notice.say(Words.of(Word.NOT_SAVED, reason), List.of());
    }
  }

  /** Whether the page is laid out for paper. */
  @JSBody(script = "return document.documentElement.classList.contains('viv-printing');")
  private static native boolean isPrinted();

  @JSBody(params = "reason", script = "console.error(reason);")
  private static native void log(String reason);

  @JSBody(
      params = "action",
      script =
          "var later = window.requestIdleCallback || function(f) { setTimeout(f, 200); };"
              + " later(function() { action(); });")
  private static native void whenIdle(Dom.Action action);
}
