package vivarium.parse.cell;

import java.util.List;
import java.util.Optional;
import vivarium.model.document.Cell;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/**
 * A code cell of a notebook or a script.
 *
 * @param tags the words in its metadata
 * @param id the id it has in its file; a {@code #| label:} comes before it
 * @param isUnseen whether it runs without being shown
 * @param isIpython whether lines of it may be IPython's instead of Python's
 * @param outputs what its file records of its last run
 * @param recorded where that stands
 * @param span where its code stands
 */
public record NotebookCode(
    Fragment code,
    List<String> tags,
    Optional<String> id,
    boolean isUnseen,
    boolean isIpython,
    Outputs outputs,
    Optional<Span> recorded,
    Span span) {
  public NotebookCode {
    tags = List.copyOf(tags);
  }

  /** The cell it makes; what is wrong with it goes to {@code findings}. */
  public Cell cell(Findings findings, CellNames names) {
    OptionCollector options = new OptionCollector(findings);
    options.tags(tags);
    id.ifPresent(options::id);
    if (isUnseen) {
      options.isUnseen();
    }
    CellText text =
        new CellText(code, false, isIpython, code.location(0, 0), span, outputs, recorded);
    return new CellReader(findings, names).finish(text, options);
  }
}
