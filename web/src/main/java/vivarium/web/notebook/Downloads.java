package vivarium.web.notebook;

import java.util.List;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.export.MarkdownText;
import vivarium.model.notebook.export.PercentScript;
import vivarium.web.cell.Cells;
import vivarium.web.notebook.edit.Book;

/** The notebook as files for the reader, as it is at this moment. */
final class Downloads {
  private final Book book;
  private final Cells cells;
  private final HTMLElement main;
  private final String file;

  /**
   * @param file what readers call the notebook: {@code lesson.ipynb}
   */
  Downloads(Book book, Cells cells, HTMLElement main, String file) {
    this.book = book;
    this.cells = cells;
    this.main = main;
    this.file = file;
  }

  void notebook() {
    Dom.download(file, "application/x-ipynb+json", book.text());
  }

  void script() {
    Dom.download(name() + ".py", "text/x-python", PercentScript.of(contents()));
  }

  void markdown() {
    Dom.download(name() + ".md", "text/markdown", MarkdownText.of(contents()));
  }

  void html() {
    cells.prepareForPrint();
    PageHtml.of(main)
        .then(
            html -> {
              Dom.download(name() + ".html", "text/html", html.stringValue());
              return JSUndefined.instance();
            });
  }

  private String name() {
    return file.substring(0, file.lastIndexOf('.'));
  }

  private List<NotebookCell> contents() {
    return book.items().stream().map(item -> item.cell().content()).toList();
  }
}
