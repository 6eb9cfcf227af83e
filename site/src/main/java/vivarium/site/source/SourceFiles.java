package vivarium.site.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What there is to build in a folder.
 *
 * @param documents the Markdown files, in natural order
 * @param notebooks Jupyter's notebooks, in natural order
 * @param outside symbolic links that lead out of the folder
 */
public record SourceFiles(List<String> documents, List<String> notebooks, List<String> outside) {
  private static final List<String> EXTENSIONS = List.of(".md", ".markdown", ".qmd");

  public SourceFiles {
    documents = documents.stream().sorted(new NaturalOrder()).toList();
    notebooks = notebooks.stream().sorted(new NaturalOrder()).toList();
    outside = List.copyOf(outside);
  }

  /**
   * Looks through a folder and those below it. Passes by what is hidden, {@code node_modules}, and
   * folders that hold a built site; a file whose name begins with {@code _} is no document.
   */
  public static SourceFiles in(SourceFolder folder) {
    SourceFiles.Search search = new Search(folder);
    search.look("");
    return new SourceFiles(search.documents, search.notebooks, search.outside);
  }

  /** Whether a file of this name is Markdown. */
  public static boolean isMarkdown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(lower::endsWith);
  }

  private static final class Search {
    private final SourceFolder folder;
    private final List<String> documents = new ArrayList<>();
    private final List<String> notebooks = new ArrayList<>();
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
      boolean notebook = name.toLowerCase(Locale.ROOT).endsWith(".ipynb");
      switch (folder.look(path)) {
        case FOLDER -> {
          boolean built = folder.look(path + "/vivarium/site.json") == SourceFolder.Kind.FILE;
          if (!built && !folder.isLink(path)) {
            look(path);
          }
        }
        case FILE -> {
          if (isMarkdown(name)) {
            documents.add(path);
          } else if (notebook) {
            notebooks.add(path);
          }
        }
        case OUTSIDE -> {
          if (isMarkdown(name) || notebook) {
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
