package vivarium.parse.body;

import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import vivarium.model.document.Block;
import vivarium.model.document.Span;
import vivarium.parse.cell.FenceConverter;
import vivarium.parse.cell.OpeningLine;
import vivarium.parse.source.Fragment;

/** Reads fenced code. */
final class Fences {
  private final Reading reading;
  private final NodeText text;
  private final FenceConverter converter;
  private final RecordedFences recorded;

  Fences(Reading reading, NodeText text) {
    this.reading = reading;
    this.text = text;
    this.converter =
        new FenceConverter(reading.findings(), reading.names(), reading.settings().hasCells());
    this.recorded = new RecordedFences(text);
  }

  /** Adds what a fence makes; one that records outputs goes to the cell that wrote them. */
  void add(FencedCodeBlock fence, Span span, List<Block> out) {
    warnIfUnclosed(fence, span);
    if (!recorded.isTaken(fence, out)) {
      Block block = read(fence, span);
      out.add(block instanceof Block.PythonCell cell ? recorded.with(cell, fence, span) : block);
    }
  }

  private Block read(FencedCodeBlock fence, Span span) {
    int line = text.firstLine(fence);
    int column = text.firstColumn(fence);
    int start =
        Math.min(column + fence.getOpeningFenceLength(), text.fragment().line(line).length());
    Fragment code = text.literal(fence, line + 1, fence.getLiteral());
    String language = fence.getInfo().split("\\s", 2)[0];
    return converter.convert(new OpeningLine(text.fragment(), line, start), language, code, span);
  }

  private void warnIfUnclosed(FencedCodeBlock fence, Span span) {
    int afterCode = text.firstLine(fence) + 1 + (int) fence.getLiteral().lines().count();
    boolean reachesEnd = afterCode >= text.fragment().lineCount();
    if (fence.getClosingFenceLength() == null && reachesEnd) {
      String marks = fence.getFenceCharacter().repeat(fence.getOpeningFenceLength());
      reading
          .findings()
          .warning(
              "unclosed-fence",
              text.location(fence, span),
              "The code that begins here has no end, so the rest of the text is part of it.",
              "Put a line " + shortened(marks) + " after the code.");
    }
  }

  private static String shortened(String marks) {
    return marks.length() > 10 ? marks.substring(0, 10) + "…" : marks;
  }
}
