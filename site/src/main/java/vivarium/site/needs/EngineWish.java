package vivarium.site.needs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.engine.python.PythonRelease;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.parse.DocumentParser;
import vivarium.parse.source.Findings;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/**
 * The engine that documents ask for, with {@code engine:} in their front matter. All documents of a
 * folder run on one, since they share their packages.
 *
 * @param release empty when none of them asks for one, or something is wrong with that
 * @param where the first that does; the whole folder where none does
 * @param diagnostics errors: releases that there are not, and two that exclude each other
 */
public record EngineWish(
    Optional<PythonRelease> release, Location where, List<Diagnostic> diagnostics) {
  private static final String KEY = "engine";

  public EngineWish {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What a document asks for, or those of a folder. */
  public static EngineWish of(Path source) {
    Path absolute = source.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(absolute)) {
        SourceFolder folder = new SourceFolder(absolute);
        return in(folder, SourceFiles.in(folder).documents());
      }
      SourceFolder folder = new SourceFolder(absolute.resolveSibling(""));
      return in(folder, List.of(String.valueOf(absolute.getFileName())));
    } catch (IOException e) {
      return new EngineWish(Optional.empty(), Location.file(""), List.of()); // A build says so.
    }
  }

  /**
   * What these documents ask for.
   *
   * @param documents their paths in the folder
   */
  public static EngineWish in(SourceFolder folder, List<String> documents) {
    Optional<PythonRelease> release = Optional.empty();
    Location first = Location.file("");
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (String path : documents) {
      byte[] bytes = read(folder, path);
      Optional<String> number = number(path, bytes);
      if (number.isEmpty()) {
        continue;
      }
      Location where = place(path, bytes, number.get());
      Optional<PythonRelease> wanted = PythonRelease.of(number.get());
      if (wanted.isEmpty()) {
        diagnostics.add(unknown(number.get(), where));
      } else if (release.isEmpty()) {
        release = wanted;
        first = where;
      } else if (!release.equals(wanted)) {
        diagnostics.add(conflict(wanted.get(), where, release.get(), first));
      }
    }
    return new EngineWish(diagnostics.isEmpty() ? release : Optional.empty(), first, diagnostics);
  }

  /**
   * An error when another engine is asked for than there is.
   *
   * @param has what has the other one: {@code vivarium.lock is for}
   */
  public List<Diagnostic> against(PythonRelease other, String has, String remedy) {
    return release.filter(wanted -> !wanted.equals(other)).stream()
        .map(
            wanted ->
                Diagnostic.error(
                    "other-engine",
                    where,
                    "This asks for Pyodide "
                        + wanted.number()
                        + ", and "
                        + has
                        + " "
                        + other.number()
                        + ".",
                    remedy))
        .toList();
  }

  private static byte[] read(SourceFolder folder, String path) {
    try {
      return Files.readAllBytes(folder.onDisk(path));
    } catch (IOException e) {
      return new byte[0]; // A build says so.
    }
  }

  /** Only what may have the key is parsed: courses are large. */
  private static Optional<String> number(String path, byte[] bytes) {
    if (!new String(bytes, StandardCharsets.UTF_8).contains(KEY)) {
      return Optional.empty();
    }
    try {
      return DocumentParser.parse(path, bytes).document().frontMatter().engine();
    } catch (StackOverflowError e) {
      return Optional.empty(); // A build says so.
    }
  }

  private static Location place(String path, byte[] bytes, String number) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int key = lines.get(i).indexOf(KEY);
      int value = key < 0 ? -1 : lines.get(i).indexOf(number, key);
      if (value >= 0) {
        return new Location(path, i + 1, lines.get(i).codePointCount(0, value) + 1);
      }
    }
    return Location.file(path);
  }

  private static Diagnostic unknown(String number, Location where) {
    List<String> known = PythonRelease.ALL.stream().map(PythonRelease::number).toList();
    return Diagnostic.error(
        "unknown-engine",
        where,
        "There is no engine "
            + Findings.quoted(number)
            + "; there are "
            + String.join(" and ", known)
            + ".",
        Findings.didYouMean(number, known, "Write engine: " + PythonRelease.NEWEST.number()));
  }

  private static Diagnostic conflict(
      PythonRelease wanted, Location where, PythonRelease other, Location first) {
    return Diagnostic.error(
        "other-engine",
        where,
        "This asks for Pyodide "
            + wanted.number()
            + ", and "
            + first.path()
            + ":"
            + first.line()
            + " for "
            + other.number()
            + ".",
        "Ask for the same in both; or put one of the documents into a folder of its own.");
  }
}
