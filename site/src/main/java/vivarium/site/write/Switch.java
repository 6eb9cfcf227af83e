package vivarium.site.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;

/**
 * The change of a folder from an old site to a new one, step by step, so that it can be taken up
 * again wherever it was cut off. The files in the staging folder tell which steps are done:
 *
 * <ul>
 *   <li>{@code new/p} is there: {@code p} has not been added or replaced yet.
 *   <li>{@code old/p} is there and {@code p} is not: {@code p} has been removed.
 *   <li>{@code journal.json} is there: the steps are being done. {@code undo.json}: they are being
 *       undone. Neither: nothing in the folder has changed.
 * </ul>
 */
final class Switch {
  static final String STAGING = ".vivarium-staging";

  private final Path folder;
  private final Path staging;
  private final Disk disk;

  Switch(Path folder, Disk disk) {
    this.folder = folder;
    this.staging = folder.resolve(STAGING);
    this.disk = disk;
  }

  /** Where the new content of a file waits. */
  Path fresh(String path) {
    return staging.resolve("new").resolve(path);
  }

  /** Where the old content of a file is kept. */
  Path kept(String path) {
    return staging.resolve("old").resolve(path);
  }

  /**
   * Takes all steps, or none. What is to be put is staged already, and so is a copy of what it
   * replaces.
   */
  void run(List<Step> steps) throws IOException {
    Json json =
        JsonObject.empty().with("steps", Json.of(steps.stream().map(Step::json).toList())).build();
    Path draft = staging.resolve("journal.tmp");
    disk.write(draft, json.text().getBytes(StandardCharsets.UTF_8));
    disk.move(draft, journal());
    complete(steps);
  }

  /**
   * Ends a switch that was cut off, and clears the staging folder.
   *
   * @throws JsonException when its journal cannot be understood
   */
  void recover() throws IOException {
    if (Files.exists(undo())) {
      undo(read(undo()));
    } else if (Files.exists(journal())) {
      complete(read(journal()));
    } else {
      clear();
    }
  }

  /** Forgets what is staged. The folder itself is as it was. */
  void clear() throws IOException {
    disk.deleteAll(staging);
  }

  private void complete(List<Step> steps) throws IOException {
    try {
      for (Step step : steps) {
        take(step);
      }
    } catch (IOException e) {
      disk.move(journal(), undo());
      undo(steps);
      throw e;
    }
    disk.delete(journal());
    clear();
  }

  private void take(Step step) throws IOException {
    Path target = folder.resolve(step.path());
    if (step.action() != Step.Action.REMOVE) {
      if (isStaged(fresh(step.path()))) {
        disk.move(fresh(step.path()), target);
      }
    } else if (isThere(target) && !isStaged(kept(step.path()))) {
      disk.move(target, kept(step.path()));
      prune(target);
    }
  }

  private void undo(List<Step> steps) throws IOException {
    List<Step> backwards = new ArrayList<>(steps);
    Collections.reverse(backwards);
    for (Step step : backwards) {
      if (step.action() == Step.Action.REMOVE || !isStaged(fresh(step.path()))) {
        takeBack(step);
      }
    }
    disk.delete(undo());
    clear();
  }

  private void takeBack(Step step) throws IOException {
    Path target = folder.resolve(step.path());
    if (step.action() == Step.Action.ADD) {
      disk.delete(target);
      prune(target);
    } else if (isStaged(kept(step.path()))) {
      disk.move(kept(step.path()), target);
    }
  }

  private void prune(Path target) throws IOException {
    Path above = target.getParent();
    if (above != null) {
      disk.prune(above, folder);
    }
  }

  private Path journal() {
    return staging.resolve("journal.json");
  }

  private Path undo() {
    return staging.resolve("undo.json");
  }

  /** Not a folder: where a file becomes one, both share a name. */
  private static boolean isStaged(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Step> read(Path journal) throws IOException {
    String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
    return JsonObject.of(Json.parse(text)).array("steps").stream().map(Step::of).toList();
  }
}
