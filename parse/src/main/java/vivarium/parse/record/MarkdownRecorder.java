package vivarium.parse.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;
import vivarium.parse.cell.RecordedKind;

/** Puts outputs into Markdown, as fences behind the cells that wrote them. */
final class MarkdownRecorder {
  private static final int SHORTEST = 3;
  private static final Pattern OPENING = Pattern.compile("[\\s>]*(?:`{3,}|~{3,})(.*)");

  private final SourceLines lines;

  private MarkdownRecorder(SourceLines lines) {
    this.lines = lines;
  }

  static String record(String text, Document document, Map<String, Outputs> outputs) {
    MarkdownRecorder recorder = new MarkdownRecorder(new SourceLines(text));
    StringBuilder out = new StringBuilder();
    int from = 0;
    List<Cell> cells = new ArrayList<>(document.cells());
    cells.sort(Comparator.comparingInt(cell -> cell.span().line())); // notes come out of order
    for (Cell cell : cells) {
      Outputs written = outputs.get(cell.id());
      if (written != null && !MarkdownOutputs.of(written).equals(cell.outputs())) {
        int start = recorder.lines.end(cell.span().lastLine());
        int end = cell.recorded().map(span -> recorder.lines.end(span.lastLine())).orElse(start);
        out.append(text, from, start).append(recorder.fences(cell, written));
        from = end;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The fences of a cell, each line with the end of the line before it. */
  private String fences(Cell cell, Outputs written) {
    CellFence fence = CellFence.of(lines, cell.span());
    Map<RecordedKind, String> words = words(cell.recorded());
    StringBuilder out = new StringBuilder();
    String gap = gap(cell, fence);
    for (Map.Entry<RecordedKind, String> text : MarkdownOutputs.texts(written).entrySet()) {
      String word = words.getOrDefault(text.getKey(), text.getKey().word());
      out.append(gap).append(fence(fence, word, text.getValue()));
      gap = line(fence, "");
    }
    boolean needsEnd = !fence.isClosed() && out.length() > 0;
    return (needsEnd ? line(fence, String.valueOf(fence.mark()).repeat(fence.length())) : "") + out;
  }

  /** The lines between a cell and what it wrote: those that are there, else an empty one. */
  private String gap(Cell cell, CellFence fence) {
    if (cell.recorded().isEmpty()) {
      return line(fence, "");
    }
    StringBuilder gap = new StringBuilder();
    for (int i = cell.span().lastLine() + 1; i < cell.recorded().get().line(); i++) {
      gap.append(lines.lineEnd()).append(lines.line(i));
    }
    return gap.toString();
  }

  private String fence(CellFence fence, String word, String text) {
    List<String> content = text.lines().toList();
    int longest = 0;
    for (String line : content) {
      longest = Math.max(longest, run(line.strip(), fence.mark()));
    }
    String marks = String.valueOf(fence.mark()).repeat(Math.max(SHORTEST, longest + 1));
    StringBuilder out = new StringBuilder(line(fence, marks + word));
    content.forEach(line -> out.append(line(fence, line)));
    return out.append(line(fence, marks)).toString();
  }

  private static int run(String line, char mark) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == mark) {
      end++;
    }
    return end;
  }

  private String line(CellFence fence, String text) {
    String margin = text.isEmpty() ? fence.margin().stripTrailing() : fence.margin();
    return lines.lineEnd() + margin + text;
  }

  /** What the author calls each kind of fence. */
  private Map<RecordedKind, String> words(Optional<Span> recorded) {
    Map<RecordedKind, String> words = new EnumMap<>(RecordedKind.class);
    int last = recorded.map(Span::lastLine).orElse(0);
    for (int i = recorded.map(Span::line).orElse(1); i <= last; i++) {
      Matcher opening = OPENING.matcher(lines.line(i));
      if (opening.matches()) {
        RecordedKind.of(opening.group(1))
            .ifPresent(kind -> words.putIfAbsent(kind, opening.group(1).strip()));
      }
    }
    return words;
  }
}
