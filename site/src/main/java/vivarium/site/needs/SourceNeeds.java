package vivarium.site.needs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.InlineScript;
import vivarium.packages.requirement.ProjectTable;
import vivarium.packages.requirement.RequirementsFile;
import vivarium.packages.requirement.RequiresPython;
import vivarium.parse.DocumentParser;
import vivarium.site.html.PageConfiguration;
import vivarium.site.html.PythonPage;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/**
 * Which packages the documents of a folder need, with the {@code requirements.txt}, {@code
 * pyproject.toml} and PyScript configurations beside them.
 *
 * @param declared in the order of the files
 * @param constraints which versions to take, should something need these packages
 * @param imports what cells import, without modules that lie beside the documents
 * @param options where to look, says a {@code requirements.txt}
 * @param python the versions of Python that are asked for
 */
public record SourceNeeds(
    List<Declared> declared,
    List<Declared> constraints,
    List<ImportedModule> imports,
    List<RequirementsFile.Option> options,
    List<RequiresPython> python,
    List<Diagnostic> diagnostics) {
  private static final String REQUIREMENTS = "requirements.txt";
  private static final String PROJECT = "pyproject.toml";

  public SourceNeeds {
    declared = List.copyOf(declared);
    constraints = List.copyOf(constraints);
    imports = List.copyOf(imports);
    options = List.copyOf(options);
    python = List.copyOf(python);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads documents and what lies beside them, with the scripts that say themselves what they need.
   * What is wrong with a document apart from its packages is passed over: a build tells of that.
   *
   * @param documents their paths in the folder
   */
  public static SourceNeeds in(SourceFolder folder, List<String> documents) {
    Reader reader = new Reader(folder, Set.copyOf(documents));
    Set<String> folders = new TreeSet<>(Set.of(""));
    for (String path : documents) {
      folders.add(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      reader.document(path);
    }
    folders.forEach(reader::beside);
    return new SourceNeeds(
        reader.declared,
        reader.constraints,
        reader.imports,
        reader.options,
        reader.python,
        reader.diagnostics);
  }

  private static final class Reader {
    private final SourceFolder folder;
    private final Set<String> documents;
    private final List<Declared> declared = new ArrayList<>();
    private final List<Declared> constraints = new ArrayList<>();
    private final List<ImportedModule> imports = new ArrayList<>();
    private final List<RequirementsFile.Option> options = new ArrayList<>();
    private final List<RequiresPython> python = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Reader(SourceFolder folder, Set<String> documents) {
      this.folder = folder;
      this.documents = documents;
    }

    void document(String path) {
      DocumentNeeds needs;
      try {
        byte[] bytes = Files.readAllBytes(folder.onDisk(path));
        needs =
            SourceFiles.isHtml(path)
                ? PageNeeds.of(PythonPage.read(path, bytes, folder))
                : DocumentNeeds.of(DocumentParser.parse(path, bytes).document(), bytes);
      } catch (IOException | StackOverflowError e) {
        return; // A build says so.
      }
      LocalModules local = new LocalModules(folder, path);
      declared.addAll(needs.declared());
      needs.imports().stream().filter(each -> !local.has(each.top())).forEach(imports::add);
      needs.python().ifPresent(python::add);
      diagnostics.addAll(needs.diagnostics());
    }

    void beside(String path) {
      String prefix = path.isEmpty() ? "" : path + "/";
      for (String name : folder.names(path)) {
        if (name.endsWith(".py") && !documents.contains(prefix + name) && asks(prefix + name)) {
          document(prefix + name);
        }
      }
      if (folder.look(prefix + REQUIREMENTS) == SourceFolder.Kind.FILE) {
        RequirementsFile file = RequirementsFile.read(folder.onDisk(""), prefix + REQUIREMENTS);
        declared.addAll(file.requirements());
        constraints.addAll(file.constraints());
        options.addAll(file.options());
        diagnostics.addAll(file.diagnostics());
      }
      PageConfiguration.FILE_NAMES.stream()
          .map(name -> prefix + name)
          .filter(each -> folder.look(each) == SourceFolder.Kind.FILE)
          .forEach(this::config);
      if (folder.look(prefix + PROJECT) == SourceFolder.Kind.FILE) {
        try {
          String text = Files.readString(folder.onDisk(prefix + PROJECT));
          ProjectTable project = ProjectTable.read(prefix + PROJECT, text);
          declared.addAll(project.dependencies());
          project.requiresPython().ifPresent(python::add);
          diagnostics.addAll(project.diagnostics());
        } catch (IOException e) {
          diagnostics.add(unreadable(prefix + PROJECT, e));
        }
      }
    }

    private void config(String path) {
      try {
        String text = Files.readString(folder.onDisk(path));
        DocumentNeeds needs = PageNeeds.of(PageConfiguration.ofFile(path, text));
        declared.addAll(needs.declared());
        diagnostics.addAll(needs.diagnostics());
      } catch (IOException e) {
        diagnostics.add(unreadable(path, e));
      }
    }

    /** Whether a script says itself what it needs. */
    private boolean asks(String path) {
      try {
        return folder.look(path) == SourceFolder.Kind.FILE
            && InlineScript.read(path, Files.readString(folder.onDisk(path))).isPresent();
      } catch (IOException e) {
        return false; // It is no text, and so no script.
      }
    }

    private static Diagnostic unreadable(String path, IOException reason) {
      return Diagnostic.error(
          "cannot-read",
          Location.file(path),
          "This cannot be read: " + reason.getMessage() + ".",
          "Save it as UTF-8, and give yourself the right to read it.");
    }
  }
}
