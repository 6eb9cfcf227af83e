package vivarium.model.notebook.export;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookCell.Kind;

/**
 * A notebook as a script of Python in the <a
 * href="https://jupytext.readthedocs.io/en/latest/formats-scripts.html">percent format</a>: a line
 * {@code # %%} begins each cell, and text stands in comments; front matter has no such line, as at
 * the top of a script. Outputs are left out.
 */
public final class PercentScript {
  private PercentScript() {}

  /** The script; cells of kinds that are not known are left out. */
  public static String of(List<NotebookCell> cells) {
    List<String> parts = new ArrayList<>();
    for (NotebookCell cell : cells) {
      if (cell.kind() != Kind.UNKNOWN) {
        boolean isFrontMatter =
            parts.isEmpty() && cell.kind() == Kind.RAW && cell.source().startsWith("---\n");
        parts.add((isFrontMatter ? "" : head(cell)) + body(cell));
      }
    }
    return String.join("\n", parts);
  }

  private static String head(NotebookCell cell) {
    String kind =
        switch (cell.kind()) {
          case CODE -> "";
          case MARKDOWN -> " [markdown]";
          case RAW, UNKNOWN -> " [raw]";
        };
    List<String> tags = cell.metadata().tags();
    String options =
        tags.isEmpty() ? "" : " tags=" + Json.of(tags.stream().map(Json::of).toList()).text();
    return "# %%" + kind + options + "\n";
  }

  private static String body(NotebookCell cell) {
    StringBuilder out = new StringBuilder();
    for (NotebookCell.Line line : cell.lines()) {
      String text = line.text();
      boolean isComment = cell.kind() != Kind.CODE || isMagic(text);
      out.append(isComment ? (text.isEmpty() ? "#" : "# " + text) : text).append('\n');
    }
    return out.toString();
  }

  /** Lines that only notebooks understand, which a script would stop at. */
  private static boolean isMagic(String line) {
    return line.startsWith("%") || line.startsWith("!");
  }
}
