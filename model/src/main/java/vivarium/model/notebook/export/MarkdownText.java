package vivarium.model.notebook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.notebook.AttachedImages;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/**
 * A notebook as Markdown: code in fences that can run, what it wrote in fences named {@code
 * output}, {@code warning} and {@code error} behind it, pictures as images that hold their data.
 */
public final class MarkdownText {
  private MarkdownText() {}

  /** The text; cells of kinds that are not known are left out. */
  public static String of(List<NotebookCell> cells) {
    List<String> parts = new ArrayList<>();
    for (NotebookCell cell : cells) {
      if (!cell.isBlank() && cell.kind() != Kind.UNKNOWN) {
        parts.add(part(cell));
      }
    }
    return parts.isEmpty() ? "" : String.join("\n\n", parts) + "\n";
  }

  private static String part(NotebookCell cell) {
    return switch (cell.kind()) {
      case CODE -> code(cell);
      case MARKDOWN -> AttachedImages.inMarkdown(cell.source(), cell.attachments());
      case RAW, UNKNOWN -> raw(cell);
    };
  }

  /** Front matter and HTML are Markdown as they are; other raw text is shown. */
  private static String raw(NotebookCell cell) {
    boolean isHtml = cell.metadata().mimeType().filter(MimeBundle.HTML::equals).isPresent();
    boolean isFrontMatter = cell.source().startsWith("---\n");
    return isHtml || isFrontMatter ? cell.source() : fence("text", cell.source());
  }

  private static String code(NotebookCell cell) {
    StringBuilder out = new StringBuilder(fence("python {run}", cell.source()));
    for (Output output : merged(cell.outputs())) {
      text(output).ifPresent(text -> out.append("\n\n").append(text));
    }
    return out.toString();
  }

  /** What follows each other on one stream is one text. */
  private static List<Output> merged(Outputs outputs) {
    List<Output> merged = new ArrayList<>();
    for (Output output : outputs.items()) {
      int last = merged.size() - 1;
      if (output instanceof Output.Stream next
          && last >= 0
          && merged.get(last) instanceof Output.Stream before
          && before.name().equals(next.name())) {
        merged.set(last, new Output.Stream(next.name(), before.text() + next.text()));
      } else {
        merged.add(output);
      }
    }
    return merged;
  }

  private static Optional<String> text(Output output) {
    if (output instanceof Output.Stream stream) {
      return Optional.of(
          fence(stream.name().equals("stderr") ? "warning" : "output", stream.text()));
    }
    if (output instanceof Output.Failure failure) {
      return Optional.of(fence("error", failure.traceback()));
    }
    if (output instanceof Output.LeftOut leftOut) {
      return Optional.of(fence("output", leftOut.text()));
    }
    return output instanceof Output.Display display
        ? value(display.bundle())
        : value(((Output.Result) output).bundle());
  }

  private static Optional<String> value(MimeBundle bundle) {
    Optional<String> picture = AttachedImages.url(bundle);
    if (picture.isPresent()) {
      return Optional.of("![](" + picture.get() + ")");
    }
    String markdown = bundle.data().get(MimeBundle.MARKDOWN);
    if (markdown != null) {
      return Optional.of(markdown);
    }
    return Optional.ofNullable(bundle.data().get(MimeBundle.TEXT))
        .map(text -> fence("output", text));
  }

  /** A fence longer than any in the text. */
  private static String fence(String info, String text) {
    int longest = 2;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length = text.charAt(i) == '`' ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
    String ticks = "`".repeat(longest + 1);
    String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return ticks + info + "\n" + withoutColours(text) + end + ticks;
  }

  /** Without what only terminals understand. */
  private static String withoutColours(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("\u001b[", at)) {
        at += 2;
        while (at < text.length() && (text.charAt(at) < '@' || text.charAt(at) > '~')) {
          at++;
        }
        at++;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }
}
