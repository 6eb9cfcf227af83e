package vivarium.site.html;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.source.Destination;
import vivarium.site.source.SourceFolder;

/** The configurations of a page: elements, attributes, and the files that these name. */
final class PageConfigurations {
  private static final Pattern FILE = Pattern.compile("[^\\n{=]*\\.(json|toml)([?#].*)?");

  private final HtmlText page;
  private final SourceFolder folder;
  private final Map<String, PageConfiguration> found = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PageConfigurations(HtmlText page, SourceFolder folder) {
    this.page = page;
    this.folder = folder;
  }

  /** What there is in a page; the diagnostics say what is wrong with it. */
  static PageConfigurations of(HtmlText page, List<PythonScript> scripts, SourceFolder folder) {
    PageConfigurations all = new PageConfigurations(page, folder);
    for (String engine : List.of("py", "mpy")) {
      List<Element> elements = page.tree().getElementsByTag(engine + "-config");
      elements.forEach(element -> all.element(element, engine));
      all.conflicts(
          engine, elements, scripts.stream().filter(each -> each.engine().equals(engine)).toList());
    }
    for (PythonScript script : scripts) {
      script
          .attribute("config")
          .ifPresent(value -> all.attribute(script.element(), value, script.engine()));
    }
    return all;
  }

  List<PageConfiguration> all() {
    return List.copyOf(found.values());
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    found.values().forEach(each -> all.addAll(each.diagnostics()));
    return all;
  }

  /** On the page's thread all scripts of an engine share one Python, and so one configuration. */
  private void conflicts(String engine, List<Element> elements, List<PythonScript> scripts) {
    List<PythonScript> main =
        scripts.stream()
            .filter(each -> !each.isWorker() && each.attribute("config").isPresent())
            .toList();
    long different = main.stream().map(each -> each.attribute("config")).distinct().count();
    if (elements.size() > 1) {
      conflict(elements.get(1), "A page has one <" + engine + "-config>, and this is another.");
    } else if (!elements.isEmpty() && !main.isEmpty()) {
      conflict(
          main.get(0).element(), "This page has a <" + engine + "-config> and this one besides.");
    } else if (different > 1) {
      conflict(
          main.get(main.size() - 1).element(), "Another script of this page has another config.");
    }
  }

  private void conflict(Element element, String message) {
    diagnostics.add(
        Diagnostic.error(
            "bad-configuration",
            page.place(element),
            message,
            "Put all into one, or give a script a worker of its own: all others share one Python."));
  }

  private void element(Element element, String engine) {
    Optional<String> format = Optional.of(element.attr("type")).filter(type -> !type.isEmpty());
    String source = element.attr("src").strip();
    if (!source.isEmpty()) {
      file(page.place(element, "src"), source, engine, format);
    } else {
      Location start = page.at(page.contentStart(element));
      read(page.path() + "#" + found.size(), engine, element.wholeText(), start, format);
    }
  }

  private void attribute(Element element, String value, String engine) {
    Location where = page.place(element, "config");
    if (FILE.matcher(value).matches()) {
      file(where, value, engine, Optional.empty());
    } else {
      read(page.path() + "#" + found.size(), engine, value, where, Optional.empty());
    }
  }

  private void read(
      String key, String engine, String text, Location start, Optional<String> format) {
    found.put(
        key,
        PageConfiguration.read(
            page.path(), engine, new PageConfiguration.Text(text, start), format));
  }

  /** A file that is not there is told of where the page names it, with all its other files. */
  private void file(Location where, String source, String engine, Optional<String> format) {
    Destination destination = Destination.of(source);
    Optional<String> path =
        destination.isExternal() ? Optional.empty() : destination.from(page.path());
    if (path.isEmpty() || folder.look(path.get()) != SourceFolder.Kind.FILE) {
      return;
    }
    String extension = path.get().substring(path.get().lastIndexOf('.') + 1);
    try {
      String text = Files.readString(folder.onDisk(path.get()));
      found.computeIfAbsent(
          path.get(),
          file ->
              PageConfiguration.read(
                  file,
                  engine,
                  new PageConfiguration.Text(text, new Location(file, 1, 1)),
                  format.or(() -> Optional.of(extension))));
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error(
              "cannot-read",
              where,
              "\"" + source + "\" cannot be read: " + e.getMessage() + ".",
              "Save it as UTF-8, and give yourself the right to read it."));
    }
  }
}
