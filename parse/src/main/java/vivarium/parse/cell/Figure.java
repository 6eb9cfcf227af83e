package vivarium.parse.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;
import vivarium.parse.source.Fragment;

/** MyST's {@code {figure}}: an image with a caption. */
final class Figure {
  private static final Pattern OPTION = Pattern.compile(":([A-Za-z][\\w-]*):\\s*(.*)");

  private Figure() {}

  /** A paragraph of the image alone, whose title is the caption. */
  static Block read(FenceLine fence, Fragment code, Span span) {
    Map<String, String> options = new LinkedHashMap<>();
    StringJoiner caption = new StringJoiner(" ");
    for (int i = 0; i < code.lineCount(); i++) {
      String line = code.line(i).strip();
      Matcher option = OPTION.matcher(line);
      if (option.matches()) {
        options.put(option.group(1), option.group(2));
      } else if (!line.isEmpty()) {
        caption.add(line);
      }
    }
    String alternative = options.getOrDefault("alt", caption.toString());
    options.keySet().retainAll(List.of("width", "height"));
    Inline image =
        new Inline.Image(
            fence.rest().isEmpty() ? "" : fence.rest().get(0).word(),
            caption.toString(),
            alternative.isEmpty() ? List.of() : List.of(new Inline.Text(alternative)),
            new Attributes(Optional.empty(), List.of(), options),
            span);
    return new Block.Paragraph(List.of(image), span);
  }
}
