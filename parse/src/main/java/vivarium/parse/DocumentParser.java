package vivarium.parse;

import java.util.List;
import java.util.Locale;
import vivarium.model.document.Block;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.parse.body.BodyReader;
import vivarium.parse.body.BodySettings;
import vivarium.parse.cell.CellDefaults;
import vivarium.parse.frontmatter.FileHead;
import vivarium.parse.frontmatter.FrontMatterReader;
import vivarium.parse.notebook.IpynbDocument;
import vivarium.parse.notebook.ScriptDocument;
import vivarium.parse.source.Findings;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/**
 * Reads Markdown (GitHub's, Quarto's, MyST's, Marp's, reveal.js's and Vivarium's own), Jupyter's
 * notebooks, and scripts in Python.
 */
public final class DocumentParser {
  private DocumentParser() {}

  /**
   * Reads a file. Total: any bytes give a document and diagnostics. Runs nothing, and reads nothing
   * but {@code bytes}.
   *
   * @param path the file, relative to the folder that is built, with {@code /} between its parts;
   *     {@code .ipynb} and {@code .py} at its end make it a notebook or a script, all else Markdown
   * @param bytes the file's content, UTF-8 with or without a byte order mark
   */
  public static Parsed parse(String path, byte[] bytes) {
    Findings findings = new Findings();
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ipynb")) {
      return new Parsed(
          withDefaults(IpynbDocument.read(path, bytes, findings)), findings.all(path));
    }
    if (name.endsWith(".py")) {
      return new Parsed(
          withDefaults(ScriptDocument.read(path, bytes, findings)), findings.all(path));
    }
    return markdown(path, bytes, findings);
  }

  private static Parsed markdown(String path, byte[] bytes, Findings findings) {
    SourceText text = Utf8.read(path, bytes, findings);
    FileHead head =
        FrontMatterReader.read(text.lines(0, text.lineCount()), FrontMatter.DEFAULT, findings);
    boolean isDeck = head.frontMatter().formats().contains(Format.SLIDES);
    boolean isQuarto = path.toLowerCase(Locale.ROOT).endsWith(".qmd");
    BodySettings settings =
        new BodySettings(head.isMarp(), isDeck, isDeck && !isQuarto, head.isIncremental(), true);
    return parsed(text, head.bodyLine(), head.frontMatter(), settings, findings);
  }

  /**
   * Reads a text that is all body: {@code ---} at its top is a break, and nothing is special to
   * slides of other tools.
   */
  public static Parsed parseBody(String path, String markdown) {
    SourceText text = SourceText.of(path, markdown);
    return parsed(text, 0, FrontMatter.DEFAULT, BodySettings.PLAIN, new Findings());
  }

  private static Parsed parsed(
      SourceText text,
      int bodyLine,
      FrontMatter frontMatter,
      BodySettings settings,
      Findings findings) {
    List<Block> blocks =
        BodyReader.read(text.lines(bodyLine, text.lineCount()), settings, findings);
    Document document = new Document(text.path(), frontMatter, blocks);
    return new Parsed(withDefaults(document), findings.all(text.path()));
  }

  private static Document withDefaults(Document document) {
    CellOptions defaults = document.frontMatter().cell();
    return defaults.equals(CellOptions.NONE)
        ? document
        : document.withCells(cell -> CellDefaults.apply(cell, defaults));
  }
}
