package vivarium.site.write;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.JsonException;

/** Writes files into a folder: all of them, or none. */
public final class FolderWriter {
  private static final long MEGABYTE = 1_000_000;

  private final Disk disk;

  /** A writer for the disk as it is. */
  public FolderWriter() {
    this(new Disk());
  }

  FolderWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Makes {@code files} the content of {@code folder}, leaving alone what is not Vivarium's.
   *
   * @param files the content by path, relative and with {@code /} between the parts
   * @return what went wrong; an empty list when the folder is written. Unless it is said otherwise,
   *     the folder is then as it was before
   */
  public List<Diagnostic> write(SortedMap<String, Content> files, Path folder) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        return List.of(notOurs(folder, "\"" + folder + "\" is a file, not a folder."));
      }
      Switch change = new Switch(folder, disk);
      change.recover();
      Optional<Manifest> old = Manifest.in(folder);
      if (old.isEmpty() && holdsOthers(folder)) {
        return List.of(
            notOurs(
                folder,
                "\"" + folder + "\" holds files that Vivarium did not write, and no site."));
      }
      return new Staging(folder, old, change, disk).replaceBy(files);
    } catch (JsonException e) {
      return List.of(broken(folder, e));
    } catch (IOException e) {
      return List.of(cannotWrite(folder, e));
    } catch (ReadOnlyFileSystemException e) {
      return List.of(cannotWrite(folder, new IOException(SystemReason.READ_ONLY, e)));
    }
  }

  /** Hidden files, such as a repository's, are in nobody's way. */
  private static boolean holdsOthers(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!String.valueOf(entry.getFileName()).startsWith(".")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Diagnostic notOurs(Path folder, String message) {
    return Diagnostic.error(
        "not-our-folder",
        Location.file(folder.toString()),
        message,
        "Choose a new or an empty folder, so that nothing of yours is overwritten.");
  }

  private static Diagnostic broken(Path folder, JsonException reason) {
    return Diagnostic.error(
        "broken-manifest",
        Location.file(folder.toString()),
        "The list of Vivarium's files in this folder cannot be understood: "
            + reason.getMessage()
            + ".",
        "Move away what is not Vivarium's, delete the folder, and build again.");
  }

  private static Diagnostic cannotWrite(Path folder, IOException reason) {
    String why = SystemReason.of(reason);
    String remedy =
        why.equals(SystemReason.FULL)
            ? "Free some space" + space(folder) + ", and build again."
            : "Put that right, or choose another folder.";
    boolean halfway = Files.exists(folder.resolve(Switch.STAGING), LinkOption.NOFOLLOW_LINKS);
    String state =
        halfway ? " The next build puts the folder in order." : " The old site is as it was.";
    return Diagnostic.error(
        "cannot-write",
        Location.file(folder.toString()),
        "The site cannot be written: " + why + place(reason) + "." + state,
        remedy);
  }

  private static String place(IOException reason) {
    return reason instanceof FileSystemException system && system.getFile() != null
        ? " (" + system.getFile() + ")"
        : "";
  }

  private static String space(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      return " (" + free / MEGABYTE + " MB are free)";
    } catch (IOException unknown) {
      return "";
    }
  }
}
