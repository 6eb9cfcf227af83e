package vivarium.model.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author says of a document as a whole, in the YAML at its top.
 *
 * @param title the author's title; when empty, {@link Document#title} finds one in the text
 * @param subtitle a line below the title
 * @param authors the names, in order
 * @param date as written
 * @param description a sentence for search engines and the index
 * @param lang the language of the text, a <a href="https://www.rfc-editor.org/rfc/rfc5646">BCP
 *     47</a> tag
 * @param formats what is made of the document, in order, without repetition; never empty
 * @param live which of its cells are live
 * @param theme a folder with a {@code theme.css}, relative to the document
 * @param css stylesheets that follow the theme, relative to the document
 * @param packages <a href="https://peps.python.org/pep-0508/">PEP 508</a> requirements
 * @param engine the release of Pyodide that its cells run on, as {@code 314.0.7}
 * @param files paths of files that its cells read, relative to the document
 * @param network what its cells may reach over the network while the site is built, and code that
 *     did not come with the site: origins such as {@code https://example.org}
 * @param installFrom addresses of package indexes from which its readers' cells may install, each
 *     with a final slash
 * @param trust whose code its live cells are taken for
 * @param strings what its pages say in words of the author's own, by {@link
 *     vivarium.model.text.Message#key}
 * @param cell what holds for each of its cells that does not say otherwise
 */
public record FrontMatter(
    Optional<String> title,
    Optional<String> subtitle,
    List<String> authors,
    Optional<String> date,
    Optional<String> description,
    String lang,
    List<Format> formats,
    Live live,
    Optional<String> theme,
    List<String> css,
    List<String> packages,
    Optional<String> engine,
    List<String> files,
    List<String> network,
    List<String> installFrom,
    Trust trust,
    Map<String, String> strings,
    CellOptions cell) {
  /** What holds for a document without front matter: an English deck. */
  public static final FrontMatter DEFAULT =
      new FrontMatter(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "en",
          List.of(Format.SLIDES),
          Live.MARKED,
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Trust.AUTHOR,
          Map.of(),
          CellOptions.NONE);

  /** What holds for a page of which nothing more is said. */
  public static FrontMatter ofPage(Optional<String> title, List<String> packages) {
    return ofPage(title, packages, Live.MARKED);
  }

  /** The same, of which these cells are live. */
  public static FrontMatter ofPage(Optional<String> title, List<String> packages, Live live) {
    return new FrontMatter(
        title,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT.lang(),
        List.of(Format.PAGE),
        live,
        Optional.empty(),
        List.of(),
        packages,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Trust.AUTHOR,
        Map.of(),
        CellOptions.NONE);
  }

  /** The same with these formats. */
  public FrontMatter with(List<Format> others) {
    return with(others, network, installFrom, trust);
  }

  /** The same of a document that nobody answers for: it has no network, whatever it asks for. */
  public FrontMatter ofOthers() {
    return with(formats, List.of(), List.of(), Trust.READER);
  }

  private FrontMatter with(
      List<Format> formats, List<String> network, List<String> installFrom, Trust trust) {
    return new FrontMatter(
        title,
        subtitle,
        authors,
        date,
        description,
        lang,
        formats,
        live,
        theme,
        css,
        packages,
        engine,
        files,
        network,
        installFrom,
        trust,
        strings,
        cell);
  }

  /** What a document can become. */
  public enum Format {
    SLIDES,
    PAGE,
    NOTEBOOK
  }

  /** Which cells of a document are live. */
  public enum Live {
    /** Those whose fence asks for it. */
    MARKED,
    /** All, but for those that say {@code norun}. */
    ALL,
    /** None: code is shown. */
    NONE
  }

  /** Whose code runs in the cells of a page. */
  public enum Trust {
    /** The author's own, which may do what the page may do. */
    AUTHOR,
    /** Anybody's: it runs where it can reach neither the site nor the network. */
    READER
  }

  public FrontMatter {
    authors = List.copyOf(authors);
    formats = List.copyOf(formats);
    css = List.copyOf(css);
    packages = List.copyOf(packages);
    files = List.copyOf(files);
    network = List.copyOf(network);
    installFrom = List.copyOf(installFrom);
    strings = Map.copyOf(strings);
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("a document has at least one format");
    }
  }
}
