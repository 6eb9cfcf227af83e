package vivarium.site.files;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vivarium.site.source.SourceFolder;
import vivarium.site.source.SourceFolder.Kind;

/** What a path or pattern leads to in the folder that is built. */
final class FileSearch {
  private static final String ANY_FOLDERS = "**";

  private final SourceFolder folder;
  private final Set<String> walked = new HashSet<>();
  private final SortedSet<String> found = new TreeSet<>();
  private final SortedSet<String> outside = new TreeSet<>();

  FileSearch(SourceFolder folder) {
    this.folder = folder;
  }

  /** The files, by their paths in the folder. */
  SortedSet<String> found() {
    return found;
  }

  /** Symbolic links out of the folder, which are not followed. */
  SortedSet<String> outside() {
    return outside;
  }

  /**
   * Looks for a file, all files of a folder, or the files that a pattern names.
   *
   * @param path from the root, without {@code .} and {@code ..}
   */
  void search(String path) {
    switch (folder.look(path)) {
      case FILE -> found.add(path);
      case FOLDER -> walk(path, List.of(ANY_FOLDERS));
      case OUTSIDE -> outside.add(path);
      case MISSING -> {
        if (NamePattern.isPattern(path)) {
          walk("", Arrays.asList(path.split("/")));
        }
      }
    }
  }

  /** {@code ANY_FOLDERS} at the end stands for all files there. */
  private void walk(String at, List<String> parts) {
    if (!walked.add(parts.size() + "/" + at)) {
      return;
    }
    String first = parts.get(0);
    List<String> rest = parts.subList(1, parts.size());
    boolean isDeep = first.equals(ANY_FOLDERS);
    if (isDeep && !rest.isEmpty()) {
      walk(at, rest);
    }
    NamePattern pattern = new NamePattern(isDeep ? "*" : first);
    for (String name : folder.names(at)) {
      if (!(pattern.matches(name) || name.equals(first))) {
        continue;
      }
      String path = at.isEmpty() ? name : at + "/" + name;
      Kind kind = folder.look(path);
      if (kind == Kind.FOLDER && (isDeep || !rest.isEmpty()) && !isLink(path)) {
        walk(path, isDeep ? parts : rest);
      } else if (kind == Kind.FILE && rest.isEmpty()) {
        found.add(path);
      } else if (kind == Kind.OUTSIDE) {
        outside.add(path);
      }
    }
  }

  /** One to a folder may lead in a circle. */
  private boolean isLink(String path) {
    return Files.isSymbolicLink(folder.onDisk(path));
  }
}
