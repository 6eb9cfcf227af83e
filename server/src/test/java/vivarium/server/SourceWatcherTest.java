package vivarium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SourceWatcherTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_file_written_in_place_is_noticed_well_under_a_second() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      long start = System.nanoTime();
      Files.writeString(file, "two");
      assertThat(watcher.awaitChange()).isTrue();
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(900));
    }
  }

  @Test
  void a_file_saved_by_renaming_is_noticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    Path draft = Files.writeString(folder.resolve(".a.md.tmp"), "two");
    try (SourceWatcher watcher = SourceWatcher.watch(file, Set.of())) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void a_file_in_a_folder_made_later_is_noticed() throws Exception {
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      Path deep = Files.createDirectories(folder.resolve("a/b"));
      assertThat(watcher.awaitChange()).isTrue();
      Files.writeString(deep.resolve("c.md"), "one");
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void an_image_in_a_folder_beside_a_single_document_is_noticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    Path images = Files.createDirectory(folder.resolve("images"));
    try (SourceWatcher watcher = SourceWatcher.watch(file, Set.of())) {
      Files.writeString(images.resolve("a.svg"), "<svg/>");
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void a_deleted_file_is_noticed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "one");
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      Files.delete(file);
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void hidden_generated_and_ignored_folders_do_not_count() throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    Path git = Files.createDirectory(folder.resolve(".git"));
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of(site.toAbsolutePath()))) {
      CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(() -> await(watcher));
      Files.writeString(site.resolve("a.html"), "one");
      Files.writeString(git.resolve("index"), "one");
      Files.createDirectory(folder.resolve("target"));
      Files.writeString(folder.resolve("target/a.md"), "one");
      Files.writeString(folder.resolve("a.md~"), "one");
      assertThat(happensWithin(change, 400)).isFalse();
      Files.writeString(folder.resolve("a.md"), "one");
      assertThat(change.get(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_change_during_a_build_is_kept_for_the_next_wait() throws Exception {
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      Files.writeString(folder.resolve("a.md"), "one");
      assertThat(watcher.awaitChange()).isTrue();
      Files.writeString(folder.resolve("a.md"), "two");
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void a_source_folder_that_is_removed_and_made_again_is_watched_on() throws Exception {
    Path source = Files.createDirectory(folder.resolve("course"));
    try (SourceWatcher watcher = SourceWatcher.watch(source, Set.of())) {
      Files.delete(source);
      CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(() -> await(watcher));
      assertThat(happensWithin(change, 200)).isFalse();
      Files.createDirectory(source);
      assertThat(change.get(5, TimeUnit.SECONDS)).isTrue();
      Files.writeString(source.resolve("a.md"), "one");
      assertThat(watcher.awaitChange()).isTrue();
    }
  }

  @Test
  void closing_ends_the_wait() throws Exception {
    SourceWatcher watcher = SourceWatcher.watch(folder, Set.of());
    CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(() -> await(watcher));
    watcher.close();
    assertThat(change.get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void more_folders_than_the_limit_are_said_to_be_too_many() throws Exception {
    for (int i = 0; i < WatchedFolders.MAX_FOLDERS - 1; i++) {
      Files.createDirectory(folder.resolve("f" + i));
    }
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      assertThat(watcher.isComplete()).isTrue();
    }
    Files.createDirectory(folder.resolve("one-more"));
    try (SourceWatcher watcher = SourceWatcher.watch(folder, Set.of())) {
      assertThat(watcher.isComplete()).isFalse();
    }
  }

  private static boolean await(SourceWatcher watcher) {
    try {
      return watcher.awaitChange();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean happensWithin(CompletableFuture<Boolean> change, int milliseconds)
      throws Exception {
    try {
      return change.get(milliseconds, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    }
  }
}
