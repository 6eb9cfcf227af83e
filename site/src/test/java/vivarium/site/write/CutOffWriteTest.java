package vivarium.site.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.model.diagnostic.Diagnostic;

@Timeout(60)
class CutOffWriteTest {
  /** More than the steps of any switch here. */
  private static final int MANY = 200;

  private static final Map<String, String> OLD =
      Map.of("index.html", "old", "a/b.html", "old b", "c", "file", "gone/x.html", "x");
  private static final Map<String, String> NEW =
      Map.of("index.html", "new", "a/b.html", "new b", "c/d", "file", "fresh/y.html", "y");
  private static final Map<String, String> LATER = Map.of("index.html", "later", "c/d", "file");

  private Path folder = Path.of("");
  private SortedMap<String, String> oldTree = new TreeMap<>();
  private SortedMap<String, String> newTree = new TreeMap<>();

  @BeforeEach
  void both_sites() throws IOException {
    newFolder();
    write(new Disk(), NEW);
    newTree = Tree.of(folder);
    newFolder();
    write(new Disk(), OLD);
    oldTree = Tree.of(folder);
  }

  @Test
  void a_step_that_fails_leaves_the_old_site_or_the_new_one() throws IOException {
    for (int step = 0; step < MANY; step++) {
      startAgain();
      FailingDisk disk = FailingDisk.failingAt(step);
      List<Diagnostic> diagnostics = write(disk, NEW);
      if (!disk.failed()) {
        assertThat(step).isGreaterThan(10);
        return;
      }
      assertThat(diagnostics).as("step %d", step).hasSize(1);
      assertThat(site()).as("step %d", step).isIn(oldTree, newTree);
      assertThat(write(new Disk(), NEW)).isEmpty();
      assertThat(Tree.of(folder)).as("step %d", step).isEqualTo(newTree);
    }
    throw new AssertionError("the switch takes more steps than were tried");
  }

  @Test
  void a_write_that_is_killed_is_put_in_order_by_the_next() throws IOException {
    for (int step = 0; step < MANY; step++) {
      startAgain();
      if (!kill(step, NEW)) {
        return;
      }
      new Switch(folder, new Disk()).recover();
      assertThat(Tree.of(folder)).as("step %d", step).isIn(oldTree, newTree);
      assertThat(write(new Disk(), LATER)).as("step %d", step).isEmpty();
      assertThat(Tree.of(folder)).containsOnlyKeys("index.html", "c/d", "vivarium/site.json");
    }
    throw new AssertionError("the switch takes more steps than were tried");
  }

  @Test
  void a_write_that_is_killed_twice_is_put_in_order_by_the_next() throws IOException {
    for (int step = 0; step < MANY; step++) {
      for (int second = 0; second < MANY; second++) {
        startAgain();
        if (!kill(step, NEW)) {
          return;
        }
        boolean again = kill(second, NEW);
        assertThat(write(new Disk(), NEW)).isEmpty();
        assertThat(Tree.of(folder)).as("steps %d, %d", step, second).isEqualTo(newTree);
        if (!again) {
          break;
        }
      }
    }
    throw new AssertionError("the switch takes more steps than were tried");
  }

  @Test
  void an_undoing_that_is_killed_is_undone_by_the_next() throws IOException {
    int undoings = 0;
    for (int step = 0; step < MANY; step++) {
      for (int later = step + 1; later < MANY; later++) {
        startAgain();
        try {
          write(FailingDisk.failingAndKilledAt(step, later), NEW);
          break;
        } catch (FailingDisk.Killed expected) {
          undoings++;
        }
        new Switch(folder, new Disk()).recover();
        assertThat(Tree.of(folder)).as("steps %d, %d", step, later).isIn(oldTree, newTree);
      }
    }
    assertThat(undoings).isGreaterThan(20);
  }

  @Test
  void the_first_write_that_is_killed_is_put_in_order_by_the_next() throws IOException {
    for (int step = 0; step < MANY; step++) {
      newFolder();
      if (!kill(step, NEW)) {
        return;
      }
      assertThat(write(new Disk(), NEW)).as("step %d", step).isEmpty();
      assertThat(Tree.of(folder)).as("step %d", step).isEqualTo(newTree);
    }
  }

  @Test
  void a_journal_that_cannot_be_understood_stops_the_write() throws IOException {
    Path journal = folder.resolve(Switch.STAGING).resolve("journal.json");
    Files.createDirectories(folder.resolve(Switch.STAGING));
    Files.writeString(journal, "{\"steps\":[{\"action\":\"REMOVE\",\"path\":\"../x\"}]}");
    assertThat(write(new Disk(), NEW)).hasSize(1);
    assertThatThrownBy(() -> new Switch(folder, new Disk()).recover()).hasMessageContaining("../x");
  }

  private boolean kill(int step, Map<String, String> files) {
    try {
      assertThat(write(FailingDisk.killedAt(step), files)).isEmpty();
      return false;
    } catch (FailingDisk.Killed expected) {
      return true;
    }
  }

  /** What a reader finds, whatever waits in the staging folder. */
  private SortedMap<String, String> site() throws IOException {
    SortedMap<String, String> tree = Tree.of(folder);
    tree.keySet().removeIf(path -> path.startsWith(Switch.STAGING));
    return tree;
  }

  private List<Diagnostic> write(Disk disk, Map<String, String> files) {
    return new FolderWriter(disk).write(FolderWriterTest.content(files), folder);
  }

  private void startAgain() {
    newFolder();
    assertThat(write(new Disk(), OLD)).isEmpty();
  }

  private void newFolder() {
    folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/site");
  }
}
