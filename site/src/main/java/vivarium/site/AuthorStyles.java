package vivarium.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.source.Destination;
import vivarium.site.source.SourceFolder.Kind;

/**
 * The theme and the stylesheets that a document names in its front matter.
 *
 * @param files the stylesheets, in order, by their paths in the source folder
 * @param themes the folders of themes
 */
record AuthorStyles(List<String> files, Set<String> themes, List<Diagnostic> diagnostics) {
  /** Finds what a document names. */
  static AuthorStyles of(SourceDocument source, Neighbours neighbours) {
    AuthorStyles styles =
        new AuthorStyles(new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    source
        .document()
        .frontMatter()
        .theme()
        .flatMap(theme -> styles.find(source, "theme", theme, Kind.FOLDER, neighbours))
        .ifPresent(theme -> styles.theme(source, theme, neighbours));
    for (String css : source.document().frontMatter().css()) {
      styles.find(source, "css", css, Kind.FILE, neighbours).ifPresent(styles.files::add);
    }
    return styles;
  }

  private void theme(SourceDocument source, String folder, Neighbours neighbours) {
    String stylesheet = folder.isEmpty() ? "theme.css" : folder + "/theme.css";
    if (neighbours.look(stylesheet) == Kind.FILE) {
      themes.add(folder);
      files.add(stylesheet);
    } else {
      warn(
          source,
          "theme",
          "The theme \"" + folder + "\" has no file theme.css.",
          "Put the styles of the theme into theme.css in that folder.");
    }
  }

  private Optional<String> find(
      SourceDocument source, String key, String value, Kind wanted, Neighbours neighbours) {
    Optional<String> path = new Destination("", value, "", "").from(source.path());
    Kind kind = path.map(neighbours::look).orElse(Kind.OUTSIDE);
    if (kind == wanted && path.filter(found -> !found.isEmpty()).isPresent()) {
      return path;
    }
    if (kind == Kind.OUTSIDE) {
      diagnostics.add(
          Diagnostic.warning(
              "outside-source",
              new Location(source.path(), source.line(key), 0),
              "\"" + value + "\" lies outside the folder that is built.",
              "Move it into the folder, or build the folder that holds both."));
    } else {
      String what = wanted == Kind.FOLDER ? "folder" : "file";
      String remedy =
          path.flatMap(neighbours::nearest)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Put it there, or correct the path.");
      warn(source, key, "There is no " + what + " \"" + value + "\".", remedy);
    }
    return Optional.empty();
  }

  private void warn(SourceDocument source, String key, String message, String remedy) {
    diagnostics.add(
        Diagnostic.warning(
            "missing-" + (key.equals("css") ? "stylesheet" : key),
            new Location(source.path(), source.line(key), 0),
            message,
            remedy));
  }
}
