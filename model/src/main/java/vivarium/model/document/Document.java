package vivarium.model.document;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A source file after parsing.
 *
 * @param path the file, relative to the folder that is built, with {@code /} between its parts
 */
public record Document(String path, FrontMatter frontMatter, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /**
   * What the document is called: its front matter's title, else the text of its first heading, else
   * its file's name without folder and extension.
   */
  public String title() {
    return frontMatter.title().or(() -> FirstHeading.in(blocks)).orElseGet(this::fileName);
  }

  /** Its cells, in the order of the source. */
  public List<Cell> cells() {
    return Descendants.cells(blocks);
  }

  /** The same document with {@code replacement} applied to each of its cells. */
  public Document withCells(UnaryOperator<Cell> replacement) {
    return new Document(path, frontMatter, new CellReplacement(replacement).in(blocks));
  }

  private String fileName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
