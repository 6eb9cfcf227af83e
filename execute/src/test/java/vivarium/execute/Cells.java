package vivarium.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Documents and cells for tests. A cell's code begins in the line below its fence. */
public final class Cells {
  private final String id;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final Map<CellOptions.Key, String> values = new EnumMap<>(CellOptions.Key.class);
  private String code = "1 + 1";
  private int line = 10;
  private Outputs outputs = Outputs.NONE;
  private Optional<Span> recorded = Optional.empty();

  private Cells(String id) {
    this.id = id;
  }

  public static Cells cell(String id) {
    return new Cells(id);
  }

  public Cells code(String text) {
    code = text;
    return this;
  }

  /** The line of its fence. */
  public Cells line(int number) {
    line = number;
    return this;
  }

  public Cells with(Flag... more) {
    flags.addAll(Arrays.asList(more));
    return this;
  }

  public Cells with(CellOptions.Key key, String value) {
    values.put(key, value);
    return this;
  }

  /** What its source records, 20 lines below the fence. */
  public Cells recording(Output... items) {
    outputs = new Outputs(List.of(items));
    recorded = Optional.of(new Span(line + 20, 1, line + 25));
    return this;
  }

  public Cell build() {
    return new Cell(
        id,
        code,
        line + 1,
        new CellOptions(flags, values),
        LineSteps.NONE,
        outputs,
        recorded,
        new Span(line, 1, line + 10));
  }

  public static Document document(Cells... cells) {
    return document("slides.md", FrontMatter.DEFAULT, cells);
  }

  public static Document document(String path, FrontMatter frontMatter, Cells... cells) {
    List<Block> blocks = new ArrayList<>();
    for (Cells cell : cells) {
      blocks.add(new Block.PythonCell(cell.build()));
    }
    return new Document(path, frontMatter, blocks);
  }

  static FrontMatter frontMatter(FrontMatter.Live live, Optional<String> date) {
    FrontMatter usual = FrontMatter.DEFAULT;
    return new FrontMatter(
        usual.title(),
        usual.subtitle(),
        usual.authors(),
        date,
        usual.description(),
        usual.lang(),
        usual.formats(),
        live,
        usual.theme(),
        usual.css(),
        usual.packages(),
        usual.engine(),
        usual.files(),
        usual.network(),
        usual.installFrom(),
        usual.trust(),
        usual.strings(),
        usual.cell());
  }

  public static Output stdout(String text) {
    return new Output.Stream("stdout", text);
  }

  public static Output stderr(String text) {
    return new Output.Stream("stderr", text);
  }

  public static Output result(String text) {
    return new Output.Result(MimeBundle.text(text));
  }

  public static Output failure(String name, String value, Output.Frame... frames) {
    return new Output.Failure(name, value, "Traceback …\n" + name + ": " + value, List.of(frames));
  }

  public static Output.Frame frame(String cell, int line) {
    return new Output.Frame(cell, line);
  }

  public static Outputs outputs(Output... items) {
    return new Outputs(List.of(items));
  }
}
