package vivarium.cli.mirror;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a course that building it may need.
 *
 * @param files by their paths in the folder, with {@code /} between the parts
 * @param links symbolic links that cannot be copied: out of the folder, or to folders
 */
public record CourseFiles(SortedMap<String, Path> files, List<String> links) {
  private static final Set<String> MADE = Set.of("node_modules", "__pycache__");

  /** What a folder holds that can be made again, and is large. */
  private static final List<String> MARKS = List.of("vivarium/site.json", "pyvenv.cfg");

  public CourseFiles {
    links = List.copyOf(links);
  }

  /**
   * Looks through a folder. Passes by what is hidden, what was made from it (sites, mirrors) and
   * Python's and npm's installations.
   */
  public static CourseFiles in(Path folder) throws IOException {
    CourseFiles course = new CourseFiles(new TreeMap<>(), List.of());
    List<String> links = new ArrayList<>();
    course.look(folder.toRealPath(), folder, "", links);
    return new CourseFiles(course.files, links);
  }

  /** All but this file, should it lie here: an archive that is to be written. */
  public CourseFiles without(Path file) {
    SortedMap<String, Path> others = new TreeMap<>(files);
    others.values().removeIf(each -> each.toAbsolutePath().normalize().equals(file));
    return new CourseFiles(others, links);
  }

  private void look(Path root, Path folder, String prefix, List<String> links) throws IOException {
    TreeSet<Path> entries = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(entries::add);
    }
    for (Path entry : entries) {
      String name = String.valueOf(entry.getFileName());
      String path = prefix + name;
      if (name.startsWith(".") || MADE.contains(name)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (!isMade(entry)) {
          look(root, entry, path + "/", links);
        }
      } else if (Files.isRegularFile(entry) && entry.toRealPath().startsWith(root)) {
        files.put(path, entry);
      } else if (Files.isSymbolicLink(entry)) {
        links.add(path);
      }
    }
  }

  private static boolean isMade(Path folder) throws IOException {
    return MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)))
        || Readme.isIn(folder);
  }
}
