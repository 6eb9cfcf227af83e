package vivarium.parse.cell;

import java.util.Set;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.parse.source.Findings;
import vivarium.parse.yaml.Yaml;

/** What the front matter says of all cells of a document. */
public final class CellDefaults {
  /** The others are about one cell. */
  private static final Set<Flag> FLAGS =
      Set.of(Flag.RUN, Flag.AUTORUN, Flag.READONLY, Flag.NORUN, Flag.RAISES, Flag.APPEND);

  private static final Set<CellOptions.Key> KEYS =
      Set.of(
          CellOptions.Key.ENV,
          CellOptions.Key.FIG,
          CellOptions.Key.TIMELIMIT,
          CellOptions.Key.HEIGHT,
          CellOptions.Key.OUTPUT,
          CellOptions.Key.TOOLBAR);

  private CellDefaults() {}

  /** Reads {@code cell:}; what no document can say of all its cells is warned of and left out. */
  public static CellOptions read(Yaml.Entry entry, Findings findings) {
    OptionCollector options = new OptionCollector(findings);
    if (!(entry.value() instanceof Yaml.Mapping mapping)) {
      findings.error(
          "wrong-type",
          entry.value().where(),
          "The key \"cell\" takes options of cells with their values.",
          "Write cell: {height: 12em}");
      return CellOptions.NONE;
    }
    for (Yaml.Entry option : mapping.entries()) {
      boolean isForAll =
          CellWords.flag(option.key()).filter(FLAGS::contains).isPresent()
              || CellWords.key(option.key()).filter(KEYS::contains).isPresent();
      if (isForAll) {
        CellReader.take(option, options);
      } else {
        findings.warning(
            "unknown-option",
            option.where(),
            Findings.quoted(option.key()) + " is no option for all cells of a document.",
            Findings.didYouMean(
                option.key(),
                CellWords.all(),
                "Those are run, autorun, readonly, norun, raises, append, env, fig, timelimit, height,"
                    + " output and toolbar."));
      }
    }
    return options.options();
  }

  /** The cell with {@code defaults} where it does not say otherwise. */
  public static Cell apply(Cell cell, CellOptions defaults) {
    return cell.with(cell.options().or(defaults));
  }
}
