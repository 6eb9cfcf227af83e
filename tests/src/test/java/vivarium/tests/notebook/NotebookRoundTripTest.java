package vivarium.tests.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.notebook.CellRun;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.EditableNotebook;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class NotebookRoundTripTest {
  private static final Path DECKS = Path.of("..", "..", "shared", "decks");
  private static final int RANDOM_NOTEBOOKS = 400;

  @TempDir Path folder;

  @Test
  void random_notebooks_change_in_the_edited_cell_alone() {
    for (int seed = 0; seed < RANDOM_NOTEBOOKS; seed++) {
      changesAlone(new RandomNotebook(seed).text(), "random notebook " + seed);
    }
  }

  @Test
  void notebooks_of_the_world_change_in_the_edited_cell_alone() throws IOException {
    assumeTrue(Files.isDirectory(DECKS), "there are no teaching sources in " + DECKS);
    List<Path> files = notebooks();
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      changesAlone(Files.readString(file), file.toString());
    }
  }

  /** Every change leaves what stands before and behind the cell as it is, and is read back. */
  private static void changesAlone(String text, String name) {
    EditableNotebook notebook = EditableNotebook.of(text);
    assertThat(notebook.text()).as(name).isEqualTo(text);
    int at = 0;
    for (int i = 0; i < notebook.cells().size(); i++) {
      EditableCell cell = notebook.cells().get(i);
      int start = text.indexOf(cell.text(), at);
      assertThat(start).as(name + ": cell " + i).isNotNegative();
      for (EditableCell changed : changes(cell)) {
        String written = notebook.with(i, changed).text();
        assertThat(written)
            .as(name + ": cell " + i)
            .isEqualTo(
                text.substring(0, start)
                    + changed.text()
                    + text.substring(start + cell.text().length()));
        assertThat(EditableNotebook.of(written).cells().get(i)).as(name).isEqualTo(changed);
      }
      at = start + cell.text().length();
    }
  }

  private static List<EditableCell> changes(EditableCell cell) {
    List<EditableCell> changes = new ArrayList<>();
    if (cell.kind() == Kind.UNKNOWN) {
      return changes;
    }
    String source = cell.source() + "\nmore \ud800 \"\\ é";
    EditableCell edited = cell.withSource(source);
    assertThat(edited.source().replace("\r\n", "\n")).isEqualTo(source.replace("\r\n", "\n"));
    changes.add(edited);
    changes.add(cell.withKind(cell.kind() == Kind.CODE ? Kind.MARKDOWN : Kind.CODE));
    if (cell.kind() == Kind.CODE) {
      changes.add(cell.withoutRun());
      CellRun run = new CellRun(new Outputs(List.of(new Output.Stream("stdout", "é\n"))), 12);
      EditableCell ran = cell.withRun(run);
      assertThat(ran.content().outputs()).isEqualTo(run.outputs());
      changes.add(ran);
    }
    return changes;
  }

  @Test
  void nbformat_finds_every_edited_notebook_valid() throws Exception {
    int written = RANDOM_NOTEBOOKS;
    for (int seed = 0; seed < RANDOM_NOTEBOOKS; seed++) {
      write("random-" + seed, edited(EditableNotebook.of(new RandomNotebook(seed).text())));
    }
    List<Path> world = Files.isDirectory(DECKS) ? notebooks() : List.of();
    for (int i = 0; i < world.size(); i++) {
      String text = Files.readString(world.get(i));
      EditableNotebook notebook = EditableNotebook.of(text);
      if (notebook.cells().stream().noneMatch(cell -> cell.kind() == Kind.UNKNOWN)) {
        write("world-" + i, edited(notebook));
        written++;
      }
    }
    Nbformat.isContentWith(folder, written);
  }

  /** A notebook after a lesson: cells edited, added, split, joined, moved, run. */
  private static String edited(EditableNotebook notebook) {
    EditableNotebook now = notebook.inserted(0, notebook.newCell(Kind.CODE, "1\n2\n3", "new"));
    now = now.split(0, 2, "upper").inserted(0, now.newCell(Kind.MARKDOWN, "# A", "new"));
    for (int i = 0; i < now.cells().size(); i++) {
      for (EditableCell changed : changes(now.cells().get(i))) {
        now = i % 2 == 0 ? now.with(i, changed) : now;
      }
    }
    now = now.inserted(1, now.copyOf(now.cells().get(1), "copy")).moved(0, 1);
    return now.joined(now.cells().size() - 1).text();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".ipynb"), text);
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.walk(DECKS)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
