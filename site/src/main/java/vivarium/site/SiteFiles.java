package vivarium.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/** Gathers the files of a site, and sees to it that any system can hold them. */
final class SiteFiles {
  /**
   * Names that <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Windows</a>
   * gives to devices, with any extension, and endings that it drops.
   */
  private static final Pattern BAD_PART =
      Pattern.compile(
          "(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?|.*[. ]", Pattern.CASE_INSENSITIVE);

  /** What the writer itself adds to every site. */
  private static final String MANIFEST = "vivarium/site.json";

  /** A name that is used: by a file, or by a folder with files in it. */
  private record Taken(String name, boolean isFolder, String source) {}

  private final SortedMap<SitePath, SiteFile> files = new TreeMap<>();
  private final Map<String, Taken> taken = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  SiteFiles() {
    taken.put("vivarium", new Taken("vivarium", true, "Vivarium"));
    taken.put(MANIFEST, new Taken(MANIFEST, false, "Vivarium"));
  }

  /** All of Vivarium's own files of a group. */
  void addAll(Map<SitePath, SiteFile> more) {
    more.forEach((path, file) -> add(path.path(), path.path(), file));
  }

  /**
   * Adds a file, unless it is there already.
   *
   * @param source where it comes from, for what is said to the author
   */
  void add(String path, String source, SiteFile file) {
    if (!isPortable(path)) {
      error(
          "bad-file-name",
          source,
          "\"" + path + "\" is a name that some systems cannot hold.",
          "Rename the file: no part may be a device such as CON, end in a dot or a space, or hold a"
              + " backslash or a control character.");
      return;
    }
    Taken same = taken.get(folded(path));
    if (same != null && same.equals(new Taken(path, false, source))) {
      return;
    }
    if (take(path, source)) {
      files.put(new SitePath(path), file);
    }
  }

  SortedMap<SitePath, SiteFile> files() {
    return files;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * Takes the path and the folders above it, none of which may differ from others by case alone.
   */
  private boolean take(String path, String source) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      Taken folder = new Taken(path.substring(0, end), true, source);
      Taken other = taken.putIfAbsent(folded(folder.name()), folder);
      if (other != null && !(other.isFolder() && other.name().equals(folder.name()))) {
        return collision(path, source, other);
      }
    }
    Taken other = taken.putIfAbsent(folded(path), new Taken(path, false, source));
    return other == null || collision(path, source, other);
  }

  private boolean collision(String path, String source, Taken other) {
    error(
        "same-output",
        source,
        "\""
            + path
            + "\" cannot stand in a site beside \""
            + other.name()
            + "\", which comes from \""
            + other.source()
            + "\".",
        "Rename one of the two; names that differ in capitals alone count as one.");
    return false;
  }

  private void error(String code, String source, String message, String remedy) {
    diagnostics.add(Diagnostic.error(code, Location.file(source), message, remedy));
  }

  private static boolean isPortable(String path) {
    for (String part : path.split("/", -1)) {
      if (BAD_PART.matcher(part).matches()) {
        return false;
      }
    }
    return SitePath.isValid(path);
  }

  /** How systems that ignore case and forms of Unicode see a path. */
  private static String folded(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
