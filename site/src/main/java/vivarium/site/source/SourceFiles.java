package vivarium.site.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What there is to build in a folder.
 *
 * @param documents the Markdown files and notebooks, in natural order
 * @param outside symbolic links that lead out of the folder
 */
public record SourceFiles(List<String> documents, List<String> outside) {
  private static final List<String> EXTENSIONS = List.of(".md", ".markdown", ".qmd", ".ipynb");

  public SourceFiles {
    documents = documents.stream().sorted(new NaturalOrder()).toList();
    outside = List.copyOf(outside);
  }

  /**
   * Looks through a folder and those below it. Passes by what is hidden, {@code node_modules}, and
   * folders that hold a built site; a file whose name begins with {@code _} is no document.
   */
  public static SourceFiles in(SourceFolder folder) {
    SourceFiles.Search search = new Search(folder);
    search.look("");
    return new SourceFiles(search.documents, search.outside);
  }

  /**
   * Whether a file of this name is a document wherever it lies in a folder: Markdown or a notebook.
   */
  public static boolean isDocument(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(lower::endsWith);
  }

  private static final class Search {
    private final SourceFolder folder;
    private final List<String> documents = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    Search(SourceFolder folder) {
      this.folder = folder;
    }

    void look(String path) {
      for (String name : folder.names(path)) {
        if (!name.startsWith(".") && !name.startsWith("_") && !name.equals("node_modules")) {
          take(name, path.isEmpty() ? name : path + "/" + name);
        }
      }
    }

    private void take(String name, String path) {
      switch (folder.look(path)) {
        case FOLDER -> {
          boolean built = folder.look(path + "/vivarium/site.json") == SourceFolder.Kind.FILE;
          if (!built && !folder.isLink(path)) {
            look(path);
          }
        }
        case FILE -> {
          if (isDocument(name)) {
            documents.add(path);
          }
        }
        case OUTSIDE -> {
          if (isDocument(name)) {
            outside.add(path);
          }
        }
        case MISSING -> {
          // Neither a file nor a folder: nothing that could be built.
        }
      }
    }
  }
}
