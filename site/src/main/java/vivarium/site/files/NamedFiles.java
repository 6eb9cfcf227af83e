package vivarium.site.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.packages.imports.Import;
import vivarium.packages.imports.Imports;
import vivarium.site.source.SourceFolder;
import vivarium.site.source.SourceFolder.Kind;

/**
 * The files beside a document that its code names: {@code open("ages.csv")}, {@code Path("data") /
 * "ages.csv"}, {@code glob("data/*.csv")}, {@code import helpers}, {@code !cat ages.csv}. Nothing
 * above the document's folder is found, nothing hidden, and no folder as a whole.
 */
final class NamedFiles {
  private static final int LONGEST_PATH = 240;
  private static final int MOST_FILES = 500;
  private static final long LARGEST_SCRIPT = 1 << 20;
  private static final String SCRIPT = ".py";

  private final String document;
  private final String home;
  private final SourceFolder folder;
  private final Set<String> found = new LinkedHashSet<>();
  private final Deque<String> code = new ArrayDeque<>();
  private long bytes;

  private NamedFiles(String document, SourceFolder folder) {
    this.document = document;
    this.home = document.substring(0, document.lastIndexOf('/') + 1);
    this.folder = folder;
  }

  /** Their paths in the folder that is built. As many as a document can have; others are left. */
  static Set<String> of(Document document, SourceFolder folder) {
    NamedFiles files = new NamedFiles(document.path(), folder);
    document.cells().stream().map(Cell::source).forEach(files.code::add);
    while (!files.code.isEmpty()) {
      files.read(files.code.remove());
    }
    return files.found;
  }

  private void read(String source) {
    List<String> folders = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String text : texts(source)) {
      if (isPath(text)) {
        names.add(text);
        if (folder.look(home + withoutEnd(text)) == Kind.FOLDER) {
          folders.add(withoutEnd(text) + "/");
        }
      }
    }
    for (String name : names) {
      look(name);
      folders.forEach(each -> look(each + (name.startsWith("/") ? name.substring(1) : name)));
    }
    for (Import each : Imports.in(source)) {
      look(each.top() + SCRIPT);
      look(each.top() + "/*" + SCRIPT);
    }
  }

  private void look(String name) {
    String path = home + name;
    if (folder.look(path) == Kind.FILE) {
      add(path);
    } else if (isPattern(name)) {
      FileSearch search = new FileSearch(folder);
      search.search(path);
      search.found().forEach(this::add);
    }
  }

  private void add(String path) {
    try {
      long size = Files.size(folder.onDisk(path));
      if (path.equals(document)
          || found.size() >= MOST_FILES
          || bytes + size > DocumentFiles.MOST_BYTES
          || !found.add(path)) {
        return;
      }
      bytes += size;
      if (path.endsWith(SCRIPT) && size <= LARGEST_SCRIPT) {
        code.add(new String(Files.readAllBytes(folder.onDisk(path)), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      found.remove(path); // It has gone in this moment, or is not for us.
    }
  }

  /** What stands between quotes, wherever the first of a pair may be, and the words of commands. */
  private static List<String> texts(String source) {
    List<String> texts = new ArrayList<>();
    for (String line : source.lines().toList()) {
      for (char quote : new char[] {'"', '\''}) {
        int from = line.indexOf(quote);
        for (int to = line.indexOf(quote, from + 1);
            from >= 0 && to >= 0;
            to = line.indexOf(quote, from + 1)) {
          texts.add(line.substring(from + 1, to));
          from = to;
        }
      }
      String command = line.strip();
      if (command.startsWith("!") || command.startsWith("%")) {
        texts.addAll(List.of(command.substring(1).split("\\s+")));
      }
    }
    return texts;
  }

  /** Whether a text may name something in the document's folder, or below it. */
  private static boolean isPath(String text) {
    if (text.isBlank() || text.length() > LONGEST_PATH || text.indexOf('\\') >= 0) {
      return false;
    }
    for (String part :
        (text.startsWith("/") ? text.substring(1) : withoutEnd(text)).split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a pattern of names, and not just stars. */
  private static boolean isPattern(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return NamePattern.isPattern(name)
        && !name.contains("**")
        && last.chars().anyMatch(Character::isLetterOrDigit);
  }

  private static String withoutEnd(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
