package vivarium.site.needs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.DeclaredReader;
import vivarium.site.html.PageConfiguration;
import vivarium.site.html.PythonPage;

/** Which packages a page of HTML needs. */
public final class PageNeeds {
  /** A wheel, or another configuration: by its path or its URL. */
  private static final Pattern FILE = Pattern.compile("[./].*|[a-z]+:.*|.*\\.(whl|toml|json)");

  private PageNeeds() {}

  /** What its configurations ask for, and what its scripts import. */
  public static DocumentNeeds of(PythonPage page) {
    List<Declared> declared = new ArrayList<>();
    DeclaredReader reader = new DeclaredReader();
    page.packages((text, where) -> read(reader, text, where).ifPresent(declared::add));
    List<ImportedModule> imports = new ArrayList<>();
    for (Document part : page.parts()) {
      imports.addAll(DocumentNeeds.of(part, text(part, page)).imports());
    }
    return new DocumentNeeds(declared, imports, Optional.empty(), reader.diagnostics());
  }

  /** What a configuration asks for that stands in a file by itself. */
  static DocumentNeeds of(PageConfiguration configuration) {
    List<Declared> declared = new ArrayList<>();
    DeclaredReader reader = new DeclaredReader();
    configuration.packages((text, where) -> read(reader, text, where).ifPresent(declared::add));
    List<Diagnostic> diagnostics = new ArrayList<>(configuration.diagnostics());
    diagnostics.addAll(reader.diagnostics());
    return new DocumentNeeds(declared, List.of(), Optional.empty(), diagnostics);
  }

  private static Optional<Declared> read(DeclaredReader reader, String text, Location where) {
    return FILE.matcher(text).matches()
        ? Optional.empty()
        : reader.read(text, offset -> where, List.of());
  }

  /** The file that a part stands in, for the columns of what is in it. */
  private static byte[] text(Document part, PythonPage page) {
    String text = part.path().equals(page.path()) ? page.text() : part.cells().get(0).source();
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
