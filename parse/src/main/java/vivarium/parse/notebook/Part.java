package vivarium.parse.notebook;

import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Span;
import vivarium.model.notebook.CellMetadata;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Outputs;
import vivarium.parse.source.Fragment;

/**
 * A cell of a notebook or a script, before it becomes blocks.
 *
 * @param text its source
 * @param id the id it has in its file
 * @param outputs what its file records
 * @param recorded where that stands
 * @param attachments images that come with it, by name
 * @param span where its source stands
 */
record Part(
    Kind kind,
    Fragment text,
    Optional<String> id,
    CellMetadata metadata,
    Outputs outputs,
    Optional<Span> recorded,
    Map<String, MimeBundle> attachments,
    Span span) {
  /** What a part holds. */
  enum Kind {
    CODE,
    MARKDOWN,
    RAW
  }

  /** A part with nothing but text. */
  static Part plain(Kind kind, Fragment text, CellMetadata metadata) {
    return new Part(
        kind,
        text,
        Optional.empty(),
        metadata,
        Outputs.NONE,
        Optional.empty(),
        Map.of(),
        text.span(0, 0, Math.max(0, text.lineCount() - 1)));
  }

  /** The same part with less text. */
  Part with(Fragment less) {
    return new Part(kind, less, id, metadata, outputs, recorded, attachments, span);
  }

  /** The same part with an id. */
  Part named(String name) {
    return new Part(kind, text, Optional.of(name), metadata, outputs, recorded, attachments, span);
  }

  boolean isBlank() {
    return text.text().isBlank();
  }

  String slideType() {
    return metadata.slideType().orElse("");
  }
}
