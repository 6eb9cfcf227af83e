package vivarium.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.html.PythonPage;
import vivarium.site.needs.LockCheck;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/** Puts a site together: pages, the files they need, and Vivarium's own. */
final class SiteAssembly {
  private final Assets assets;
  private final DocumentCache documents;
  private final SiteFiles files = new SiteFiles();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  SiteAssembly(Assets assets, DocumentCache documents) {
    this.assets = assets;
    this.documents = documents;
  }

  /**
   * Builds what was found in a folder.
   *
   * @param alone whether a single file was asked for
   */
  Build build(SourceFolder folder, SourceFiles found, boolean alone) {
    List<SourceDocument> sources = documents.execute(read(folder, found.documents()));
    Path root = folder.onDisk("");
    assets
        .engine(LockCheck.release(root))
        .ifPresent(engine -> packages(LockCheck.in(root, engine), sources));
    Course course = new Course(folder, sources, alone);
    List<BuiltDocument> built = documents.build(sources, course);
    assets(sources, built, course.needsIndex());
    for (int i = 0; i < built.size(); i++) {
      pages(sources.get(i), built.get(i));
    }
    if (course.needsIndex()) {
      String index = CourseIndex.of(course, sources).html(documents.around(CourseIndex.PATH));
      add(CourseIndex.PATH, CourseIndex.PATH, index);
    }
    copy(course, built);
    setAside(found);
    folder
        .unreadable()
        .forEach((path, reason) -> diagnostics.add(unreadable(path, reason, folder)));
    diagnostics.addAll(files.diagnostics());
    return finished();
  }

  private Build finished() {
    List<Diagnostic> sorted =
        diagnostics.stream()
            .distinct()
            .sorted(Comparator.comparing(Diagnostic::where).thenComparing(Diagnostic::code))
            .toList();
    boolean failed = sorted.stream().anyMatch(Diagnostic::isError);
    return new Build(failed ? Optional.empty() : Optional.of(new Site(files.files())), sorted);
  }

  private List<SourceDocument> read(SourceFolder folder, List<String> paths) {
    List<SourceDocument> sources = new ArrayList<>();
    for (String path : paths) {
      try {
        sources.add(documents.parse(path, Files.readAllBytes(folder.onDisk(path)), folder));
      } catch (IOException e) {
        diagnostics.add(CannotRead.file(path, Optional.of(e)));
      } catch (StackOverflowError e) {
        diagnostics.add(NestedTooDeep.in(path));
      }
    }
    return sources;
  }

  private void assets(List<SourceDocument> sources, List<BuiltDocument> built, boolean needsIndex) {
    boolean pages = sources.stream().anyMatch(source -> source.html().isPresent());
    if (sources.stream()
        .flatMap(source -> source.html().stream())
        .anyMatch(PythonPage::hasPython)) {
      files.addAll(assets.files(Assets.PYSCRIPT));
    }
    if (sources.stream()
        .flatMap(source -> source.html().stream())
        .anyMatch(PythonPage::hasMicroPython)) {
      files.addAll(assets.files(Assets.MICROPYTHON));
    }
    boolean onlyPages = sources.stream().allMatch(source -> source.html().isPresent());
    if (!onlyPages || needsIndex) {
      files.addAll(assets.files(Assets.CORE));
    }
    boolean live =
        sources.stream()
            .anyMatch(source -> source.html().isEmpty() && source.plan().hasLiveCells());
    if (live || built.stream().anyMatch(BuiltDocument::mathematics)) {
      files.addAll(assets.files(Assets.KATEX)); // What a reader runs may make mathematics.
    }
    if (live || pages) {
      sources.stream()
          .filter(source -> source.plan().hasLiveCells())
          .map(source -> source.packages().release().folder())
          .distinct()
          .forEach(group -> files.addAll(assets.files(group)));
      files.addAll(images(sources));
      files.addAll(wheels(sources));
      sources.stream()
          .filter(source -> source.plan().hasLiveCells())
          .forEach(source -> files.addAll(DataFile.in(source.cellFiles())));
    }
  }

  private static SortedMap<SitePath, SiteFile> images(List<SourceDocument> sources) {
    SortedMap<SitePath, SiteFile> images = new TreeMap<>();
    for (SourceDocument source : sources) {
      source.image().ifPresent(image -> images.put(ImageFile.path(image), ImageFile.file(image)));
    }
    return images;
  }

  private static SortedMap<SitePath, SiteFile> wheels(List<SourceDocument> sources) {
    SortedMap<SitePath, SiteFile> wheels = new TreeMap<>();
    for (SourceDocument source : sources) {
      source.packages().all().forEach(it -> wheels.put(WheelFile.path(it), WheelFile.file(it)));
    }
    return wheels;
  }

  private void pages(SourceDocument source, BuiltDocument built) {
    diagnostics.addAll(built.diagnostics());
    for (Map.Entry<String, String> page : built.pages().entrySet()) {
      add(page.getKey(), source.path(), page.getValue());
    }
    built
        .notebook()
        .ifPresent(notebook -> files.add(notebook.path(), notebook.path(), notebook::bytes));
  }

  private void add(String path, String source, String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    files.add(path, source, bytes::clone);
  }

  private void packages(LockCheck lock, List<SourceDocument> sources) {
    sources.forEach(source -> diagnostics.addAll(lock.missing(source.needs())));
  }

  private void copy(Course course, List<BuiltDocument> built) {
    CopiedFiles copied = new CopiedFiles(course);
    for (BuiltDocument document : built) {
      document.files().forEach(copied::add);
      document.themes().forEach(copied::addFolder);
    }
    diagnostics.addAll(copied.diagnostics());
    for (String path : copied.paths()) {
      files.add(path, path, CopiedFiles.content(course.folder(), path));
    }
  }

  private void setAside(SourceFiles found) {
    for (String link : found.outside()) {
      diagnostics.add(
          Diagnostic.warning(
              "outside-source",
              Location.file(link),
              "This is a symbolic link to a file outside the folder that is built.",
              "Move the file itself into the folder."));
    }
  }

  private static Diagnostic unreadable(String path, IOException reason, SourceFolder folder) {
    return CannotRead.file(path.isEmpty() ? folder.name() : path, Optional.of(reason));
  }
}
