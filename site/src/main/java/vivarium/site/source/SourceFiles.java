package vivarium.site.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What there is to build in a folder.
 *
 * @param documents the Markdown files and notebooks, and the pages of HTML in which Python is, in
 *     natural order
 * @param outside symbolic links that lead out of the folder
 */
public record SourceFiles(List<String> documents, List<String> outside) {
  /** A script of one of PyScript's types, or one of its elements. */
  private static final Pattern PYTHON =
      Pattern.compile(
          "<script\\b[^>]*\\btype\\s*=\\s*[\"']?m?py(-editor|-game)?\\b|<m?py-(script|config)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> HTML = List.of(".html", ".htm");
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

  /** Whether a file of this name is HTML. */
  public static boolean isHtml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return HTML.stream().anyMatch(lower::endsWith);
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
          if (isDocument(name) || (isHtml(name) && hasPython(path))) {
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

    /** Whether a page has elements of Python; one that cannot be read is looked at by the build. */
    private boolean hasPython(String path) {
      try {
        return PYTHON.matcher(Files.readString(folder.onDisk(path))).find();
      } catch (IOException e) {
        return false; // No text in UTF-8: a file like any other.
      }
    }
  }
}
