package vivarium.execute.compare;

import java.util.List;
import java.util.Optional;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

/**
 * What a reader sees below a cell.
 *
 * @param text what was printed and the values shown, in order
 * @param errors what was written to the stream of errors
 * @param raised the exception at the end
 */
record Shown(List<TextLine> text, List<TextLine> errors, Optional<Raised> raised) {
  /** The streams that go among {@code text}. */
  enum Streams {
    /** Only the usual one. */
    STDOUT,
    /** Both, in the order written, as where a fence holds all that a terminal showed. */
    ALL
  }

  static Shown of(List<Output> outputs, BundleText form, Streams streams) {
    StringBuilder text = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    Optional<Raised> raised = Optional.empty();
    boolean isCut = false; // What follows then stands at no known line.
    for (Output output : outputs) {
      isCut = isCut || output instanceof Output.LeftOut;
      if (output instanceof Output.Failure failure) {
        raised = Optional.of(Raised.of(failure));
      } else if (!isCut) {
        append(output, form, streams, text, errors);
      }
    }
    return new Shown(Lines.of(text.toString()), Lines.of(errors.toString()), raised);
  }

  private static void append(
      Output output, BundleText form, Streams streams, StringBuilder text, StringBuilder errors) {
    if (output instanceof Output.Stream stream) {
      boolean isUsual = stream.name().equals("stdout") || streams == Streams.ALL;
      (isUsual ? text : errors).append(stream.text());
    } else if (output instanceof Output.Display display) {
      ownLines(text, form, display.bundle());
    } else if (output instanceof Output.Result result) {
      ownLines(text, form, result.bundle());
    }
  }

  private static void ownLines(StringBuilder text, BundleText form, MimeBundle bundle) {
    String shown = form.of(bundle);
    if (!shown.isEmpty()) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(shown).append(shown.endsWith("\n") ? "" : "\n");
    }
  }
}
