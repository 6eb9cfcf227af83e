package vivarium.parse.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Document;
import vivarium.model.notebook.NotebookRecorder;
import vivarium.model.output.Outputs;
import vivarium.parse.source.Utf8;

/** Writes what the cells of a document wrote into its source. */
public final class SourceRecorder {
  private SourceRecorder() {}

  /**
   * Why a source cannot record outputs, a sentence with a full stop; empty when it can.
   *
   * @param path as {@link vivarium.parse.DocumentParser#parse} takes it
   */
  public static Optional<String> refusal(String path, byte[] source) {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".py")) {
      return Optional.of("A script has no place for outputs.");
    }
    String text = Utf8.decode(source);
    if (!Arrays.equals(encoded(text, source), source)) {
      return Optional.of("The file is not UTF-8, so that it cannot be written as it was.");
    }
    return name.endsWith(".ipynb") ? NotebookRecorder.refusal(text) : Optional.empty();
  }

  /**
   * The source with these outputs, and nothing else changed.
   *
   * <p>In Markdown they are fences behind the cells: {@code ```output}, {@code ```warning} and
   * {@code error}, as {@link MarkdownOutputs} says. In a notebook they are the outputs of the
   * cells, which are numbered in the order they ran: {@code setup} cells first, then the others. A
   * cell that wrote nothing keeps no outputs. What was left out of outputs is left out here too.
   *
   * @param document what the parser made of {@code source}
   * @param outputs by the ids of the cells; those not in it keep what they have
   * @throws IllegalArgumentException when there is a {@link #refusal}, or {@code document} is not
   *     that of {@code source}
   */
  public static byte[] record(
      String path, byte[] source, Document document, Map<String, Outputs> outputs) {
    refusal(path, source)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    String text = Utf8.decode(source);
    String recorded =
        path.toLowerCase(Locale.ROOT).endsWith(".ipynb")
            ? NotebookRuns.record(text, document, outputs)
            : MarkdownRecorder.record(text, document, outputs);
    return encoded(recorded, source);
  }

  /**
   * A new notebook with the cells of a document and what they wrote. Code in lists, quotations and
   * groups stays text.
   *
   * @param source that of {@code document}: Markdown or a script
   * @param outputs by the ids of the cells; those not in it have not run
   */
  public static byte[] newNotebook(
      String path, byte[] source, Document document, Map<String, Outputs> outputs) {
    return NotebookPages.of(path, source, document, outputs).getBytes(UTF_8);
  }

  /** The bytes of a text, with the byte order mark that {@code source} has. */
  private static byte[] encoded(String text, byte[] source) {
    byte[] mark = "\uFEFF".getBytes(UTF_8);
    boolean hasMark =
        source.length >= mark.length && Arrays.equals(mark, 0, mark.length, source, 0, mark.length);
    return (hasMark ? "\uFEFF" + text : text).getBytes(UTF_8);
  }
}
