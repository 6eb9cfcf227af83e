package vivarium.model.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Outputs;

/**
 * A cell of a notebook.
 *
 * @param lines its source
 * @param id its id, as nbformat 4.5 has it; empty when there is none, or none that is allowed
 * @param outputs what it wrote when it last ran; nothing unless it is code
 * @param recorded where those outputs stand; empty when there are none
 * @param executionCount the number of its last run
 * @param attachments pictures that come with it, by name
 * @param extent where its source stands
 */
public record NotebookCell(
    Kind kind,
    List<Line> lines,
    Optional<String> id,
    CellMetadata metadata,
    Outputs outputs,
    Optional<Extent> recorded,
    Optional<Integer> executionCount,
    Map<String, MimeBundle> attachments,
    Extent extent) {
  /** What a cell holds. */
  public enum Kind {
    CODE,
    MARKDOWN,
    RAW,
    /** Something this version of the format does not know, or no cell at all. */
    UNKNOWN
  }

  /**
   * A line of a cell's source.
   *
   * @param text the line without its end
   * @param line the line of the file it stands in, 1-based
   * @param column the column of its first character, 1-based, in UTF-16 code units
   */
  public record Line(String text, int line, int column) {}

  public NotebookCell {
    lines = List.copyOf(lines);
    attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
  }

  /** The text, with {@code \n} between its lines and none at its end. */
  public String source() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  /** Whether there is nothing but space in it. */
  public boolean isBlank() {
    return lines.stream().allMatch(line -> line.text().isBlank());
  }
}
