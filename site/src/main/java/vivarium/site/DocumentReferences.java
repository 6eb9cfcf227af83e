package vivarium.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.Span;
import vivarium.site.render.PercentEncoding;
import vivarium.site.render.References;
import vivarium.site.source.Destination;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder.Kind;

/** Finds what a document names, warns of what is not there, and notes which files it needs. */
final class DocumentReferences implements References {
  private final String document;
  private final Format format;
  private final String page;
  private final Neighbours neighbours;
  private final Set<String> files = new LinkedHashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * @param document the source
   * @param page where the document stands in the site in {@code format}
   */
  DocumentReferences(String document, Format format, String page, Neighbours neighbours) {
    this.document = document;
    this.format = format;
    this.page = page;
    this.neighbours = neighbours;
  }

  /** The files of the source folder that the page needs, by their paths. */
  Set<String> files() {
    return files;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public String link(String destination, Span span) {
    Destination parsed = Destination.of(destination);
    if (parsed.isExternal()) {
      return PercentEncoding.url(destination);
    }
    if (parsed.path().isEmpty()) {
      neighbours.document(document).ifPresent(own -> anchor(parsed, own, "This document", span));
      return PercentEncoding.url(destination);
    }
    Optional<String> path = inside(parsed, destination, span);
    if (path.isEmpty()) {
      return PercentEncoding.url(destination);
    }
    Optional<Neighbour> other = neighbours.document(path.get());
    if (other.isPresent()) {
      anchor(parsed, other.get(), quoted(path.get()), span);
      return url(other.get().page(format), parsed);
    }
    String asPage = pageAt(path.get());
    Optional<Neighbour> built = neighbours.page(asPage);
    if (built.isPresent()) {
      anchor(parsed, built.get(), quoted(path.get()), span);
      return url(asPage, parsed);
    }
    return file(path.get(), parsed, destination, "missing-link", "The file", span);
  }

  @Override
  public String image(String destination, Span span) {
    return shown(destination, "image", "The image", span);
  }

  @Override
  public String file(String destination, Span span) {
    return shown(destination, "file", "The file", span);
  }

  private String shown(String destination, String kind, String what, Span span) {
    Destination parsed = Destination.of(destination);
    if (parsed.isRemote()) {
      warn(
          "external-" + kind,
          span,
          what + " comes from another host, so that a reader's browser makes a request to it.",
          "Save it beside the document and give its path.");
    }
    if (parsed.isExternal()) {
      return PercentEncoding.url(destination);
    }
    Optional<String> path = inside(parsed, destination, span);
    return path.isEmpty()
        ? PercentEncoding.url(destination)
        : file(path.get(), parsed, destination, "missing-" + kind, what, span);
  }

  private String file(
      String path, Destination parsed, String destination, String code, String what, Span span) {
    Kind kind = parsed.path().isEmpty() ? Kind.MISSING : neighbours.look(path);
    switch (kind) {
      case FILE -> {
        if (SourceFiles.isDocument(path)) {
          warn(
              code,
              span,
              quoted(path) + " is not part of this site.",
              "Build the folder that holds both; a file whose name begins with _ is left out.");
          return PercentEncoding.url(destination);
        }
        files.add(path);
        return url(path, parsed);
      }
      case FOLDER ->
          warn(
              code, span, quoted(path) + " is a folder without a page of its own.", "Name a file.");
      case OUTSIDE -> outside(destination, span);
      case MISSING -> warn(code, span, what + " " + quoted(path) + " does not exist.", near(path));
    }
    return PercentEncoding.url(destination);
  }

  private Optional<String> inside(Destination parsed, String destination, Span span) {
    Optional<String> path = parsed.from(document);
    if (path.isEmpty()) {
      outside(destination, span);
    }
    return path;
  }

  private void outside(String destination, Span span) {
    warn(
        "outside-source",
        span,
        quoted(destination) + " lies outside the folder that is built.",
        "Move it into the folder, or build the folder that holds both.");
  }

  /** A link to a folder leads to its index. */
  private String pageAt(String path) {
    if (path.isEmpty() || neighbours.look(path) == Kind.FOLDER) {
      return path.isEmpty() ? "index.html" : path + "/index.html";
    }
    return path;
  }

  /** Browsers themselves know {@code #top} and {@code #:~:text=}, and decks {@code #/2}. */
  private void anchor(Destination parsed, Neighbour target, String where, Span span) {
    String anchor = parsed.anchor();
    boolean known =
        anchor.isEmpty()
            || anchor.equals("top")
            || anchor.startsWith(":~:")
            || anchor.startsWith("/")
            || target.anchors().contains(anchor);
    if (!known) {
      String remedy =
          Nearest.to(anchor, target.anchors())
              .map(near -> "Did you mean \"#" + near + "\"?")
              .orElse("Link to the id of a heading.");
      warn("missing-anchor", span, where + " has no place \"#" + anchor + "\".", remedy);
    }
  }

  private String near(String path) {
    return neighbours
        .nearest(path)
        .map(near -> "Did you mean " + quoted(near) + "?")
        .orElse("Put the file there, or correct the path.");
  }

  private String url(String target, Destination parsed) {
    String fragment = parsed.fragment().isEmpty() ? "" : "#" + parsed.fragment();
    return RelativeUrl.from(page, target) + PercentEncoding.url(parsed.query() + fragment);
  }

  private void warn(String code, Span span, String message, String remedy) {
    Location where = new Location(document, span.line(), span.column());
    diagnostics.add(Diagnostic.warning(code, where, message, remedy));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
