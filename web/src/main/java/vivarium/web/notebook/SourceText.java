package vivarium.web.notebook;

import vivarium.model.notebook.EditableNotebook;

/** What a notebook says, for people who compare two of them: sources alone, cell by cell. */
final class SourceText {
  private SourceText() {}

  /** The sources, each under a line that names the kind of its cell. */
  static String of(String notebook) {
    StringBuilder out = new StringBuilder();
    EditableNotebook.of(notebook)
        .cells()
        .forEach(
            cell ->
                out.append("[")
                    .append(Words.of(CellView.name(cell.kind())))
                    .append("]\n")
                    .append(cell.content().source())
                    .append("\n\n"));
    return out.toString().stripTrailing();
  }
}
