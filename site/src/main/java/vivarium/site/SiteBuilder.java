package vivarium.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.files.Downloads;
import vivarium.site.html.PythonPage;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/** Builds a site from Markdown, notebooks and scripts. */
public final class SiteBuilder {
  private final Assets assets;
  private final DocumentCache documents;

  /**
   * @param assets what every site needs from Vivarium itself
   * @param typesetter for code and mathematics; not closed by the builder
   * @param execution for the outputs of cells
   * @param downloads where files on the web come from
   * @param progress told of each document
   */
  public SiteBuilder(
      Assets assets,
      Typesetter typesetter,
      Execution execution,
      Downloads downloads,
      Progress progress) {
    this(assets, typesetter, execution, downloads, Reading.AS_WRITTEN, progress);
  }

  /**
   * As the other one.
   *
   * @param reading what each document is taken for
   */
  public SiteBuilder(
      Assets assets,
      Typesetter typesetter,
      Execution execution,
      Downloads downloads,
      Reading reading,
      Progress progress) {
    this.assets = assets;
    this.documents =
        new DocumentCache(
            new DocumentBuilder(assets, typesetter),
            new DocumentExecution(execution, progress),
            downloads,
            reading,
            progress);
  }

  /**
   * Builds a document, or a folder of them. Never throws for what a user did. Reuses what has not
   * changed since its previous call, and does not run it again.
   *
   * <p>A file becomes {@code index.html}. Of a folder every {@code .md}, {@code .markdown}, {@code
   * .qmd} and {@code .ipynb} file becomes a page of its own; when none of them is {@code index.md},
   * a page that lists them all is made.
   *
   * @throws java.util.concurrent.CancellationException when the thread was interrupted, which it
   *     then still is
   */
  public synchronized Build build(Path source) {
    return build(source, false);
  }

  /** As {@link #build}; also of a page of HTML in which there is no Python. */
  public synchronized Build buildAny(Path source) {
    return build(source, true);
  }

  private Build build(Path source, boolean any) {
    if (!Files.exists(source)) {
      return failed(
          "no-such-source",
          source,
          "There is no file or folder \"" + source + "\".",
          "Give the path of a Markdown file, or of a folder with Markdown files.");
    }
    try {
      return Files.isDirectory(source) ? folder(source) : file(source, any);
    } catch (IOException e) {
      return failed(CannotRead.file(source.toString(), Optional.of(e)));
    }
  }

  private Build file(Path source, boolean any) throws IOException {
    Path file = source.toAbsolutePath().normalize();
    String name = String.valueOf(file.getFileName());
    Path parent = file.getParent();
    boolean isScript = name.toLowerCase(Locale.ROOT).endsWith(".py");
    boolean isPage = SourceFiles.isHtml(name);
    if (!(SourceFiles.isDocument(name) || isScript || isPage) || parent == null) {
      return failed(
          "no-document",
          source,
          "\"" + name + "\" is neither Markdown nor a notebook nor a script nor HTML.",
          "Give a file whose name ends in .md, .markdown, .qmd, .ipynb, .py or .html, or a folder.");
    }
    SourceFolder folder = new SourceFolder(parent);
    if (isPage && !any && !PythonPage.read(name, Files.readAllBytes(file), folder).hasPython()) {
      return failed(
          "no-document",
          source,
          "There is no Python in \"" + name + "\".",
          "Write <script type=\"py\"> around some, or copy the file as it is.");
    }
    SourceFiles files = new SourceFiles(List.of(name), List.of());
    return new SiteAssembly(assets, documents).build(folder, files, true);
  }

  private Build folder(Path source) throws IOException {
    SourceFolder folder = new SourceFolder(source);
    SourceFiles files = SourceFiles.in(folder);
    if (files.documents().isEmpty() && folder.unreadable().isEmpty()) {
      return failed(
          "no-documents",
          source,
          "There is neither Markdown nor a notebook in \"" + source + "\".",
          "Add a file whose name ends in .md, .markdown, .qmd or .ipynb and does not begin with _.");
    }
    return new SiteAssembly(assets, documents).build(folder, files, false);
  }

  private static Build failed(String code, Path source, String message, String remedy) {
    return failed(Diagnostic.error(code, Location.file(source.toString()), message, remedy));
  }

  private static Build failed(Diagnostic diagnostic) {
    return new Build(Optional.empty(), List.of(diagnostic));
  }
}
