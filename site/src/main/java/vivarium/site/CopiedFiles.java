package vivarium.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.source.CssUrl;
import vivarium.site.source.Destination;
import vivarium.site.source.SourceFolder;
import vivarium.site.source.SourceFolder.Kind;

/** The files of the source folder that a site needs, with those that stylesheets name. */
final class CopiedFiles {
  private final Course course;
  private final SortedSet<String> paths = new TreeSet<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  CopiedFiles(Course course) {
    this.course = course;
  }

  /** Adds a file, and what it names when it is a stylesheet. */
  void add(String path) {
    take(path);
    while (!unread.isEmpty()) {
      scan(unread.pop());
    }
  }

  /** Adds all that is in the folder of a theme. */
  void addFolder(String folder) {
    course.folder().tree(folder).forEach(this::add);
  }

  /** The paths, the same in the source folder and in the site. */
  SortedSet<String> paths() {
    return paths;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void take(String path) {
    if (paths.add(path)) {
      if (!Files.isReadable(course.folder().onDisk(path))) {
        diagnostics.add(CannotRead.file(path, Optional.empty()));
      } else if (path.toLowerCase(Locale.ROOT).endsWith(".css")) {
        unread.push(path);
      }
    }
  }

  private void scan(String stylesheet) {
    Path file = course.folder().onDisk(stylesheet);
    try {
      String css = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (CssUrl url : CssUrl.in(css)) {
        follow(stylesheet, url);
      }
    } catch (IOException e) {
      diagnostics.add(CannotRead.file(stylesheet, Optional.of(e)));
    }
  }

  private void follow(String stylesheet, CssUrl url) {
    Destination destination = Destination.of(url.destination());
    if (destination.isRemote()) {
      warn(
          "external-file",
          stylesheet,
          url,
          "comes from another host, so that a reader's browser makes a request to it.",
          "Save it beside the stylesheet and give its path.");
    }
    if (destination.isExternal() || destination.path().isEmpty()) {
      return;
    }
    Optional<String> path = destination.from(stylesheet);
    Kind kind = path.map(course::look).orElse(Kind.OUTSIDE);
    switch (kind) {
      case FILE -> path.ifPresent(this::take);
      case OUTSIDE ->
          warn(
              "outside-source",
              stylesheet,
              url,
              "lies outside the folder that is built.",
              "Move it into the folder, or build the folder that holds both.");
      case FOLDER, MISSING ->
          warn(
              "missing-file",
              stylesheet,
              url,
              "does not exist.",
              path.flatMap(course::nearest)
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("Put the file there, or correct the path."));
    }
  }

  private void warn(String code, String stylesheet, CssUrl url, String what, String remedy) {
    diagnostics.add(
        Diagnostic.warning(
            code,
            new Location(stylesheet, url.line(), 0),
            "\"" + url.destination() + "\" " + what,
            remedy));
  }

  /** The content of a file that is copied. */
  static SiteFile content(SourceFolder folder, String path) {
    return () -> Files.readAllBytes(folder.onDisk(path));
  }
}
