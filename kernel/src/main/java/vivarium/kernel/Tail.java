package vivarium.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vivarium.model.output.Output;

/**
 * The end of what a run writes, when that is too much: what comes before it is counted and let go,
 * so that memory does not grow.
 */
final class Tail {
  /** Text is let go in pieces of this length, in characters, so that little has to be moved. */
  static final int PIECE = 4096;

  /** How much of the end a reader is shown while the cell still writes; in characters. */
  static final int EXCERPT = 2000;

  private static final class Piece {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private int lines;

    Piece(String name) {
      this.name = name;
    }
  }

  private final int most;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int kept;
  private int keptLines;
  private int characters;
  private int lines;
  private int displays;

  /**
   * @param most how many characters are kept at least, if there are as many
   */
  Tail(int most) {
    this.most = most;
  }

  void add(String name, String text) {
    for (int start = 0; start < text.length(); start += PIECE) {
      addPiece(name, text.substring(start, Math.min(text.length(), start + PIECE)));
    }
  }

  private void addPiece(String name, String text) {
    Piece last = pieces.peekLast();
    if (last == null || !last.name.equals(name) || last.text.length() + text.length() > PIECE) {
      last = new Piece(name);
      pieces.addLast(last);
    }
    int added = lines(text);
    last.text.append(text);
    last.lines += added;
    kept += text.length();
    keptLines += added;
    while (kept - pieces.getFirst().text.length() >= most) {
      Piece first = pieces.removeFirst();
      letGo(first.text.length(), first.lines);
      dropHalfCharacter();
    }
  }

  /** Counts a value that is not shown. */
  void leaveOutDisplay() {
    displays++;
  }

  int kept() {
    return kept;
  }

  /** Whether anything is missing. */
  boolean isCut() {
    return characters > 0 || displays > 0;
  }

  /** How much is missing. */
  Output.LeftOut leftOut() {
    return new Output.LeftOut(characters, lines, displays);
  }

  /** What is kept, in the order written; after a gap it begins with a whole line. */
  List<Output.Stream> outputs() {
    if (characters > 0 && !pieces.isEmpty()) {
      StringBuilder first = pieces.getFirst().text;
      int end = first.indexOf("\n") + 1;
      if (end > 0) {
        first.delete(0, end);
        letGo(end, 1);
      }
    }
    List<Output.Stream> outputs = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.text.length() > 0) {
        outputs.add(new Output.Stream(piece.name, piece.text.toString()));
      }
    }
    return outputs;
  }

  /** The last lines of what is kept, of one stream. */
  Output.Stream excerpt() {
    Piece last = pieces.peekLast();
    if (last == null) {
      return new Output.Stream("stdout", "");
    }
    String text = last.text.toString();
    int start = Math.max(0, text.length() - EXCERPT);
    int line = text.indexOf('\n', start) + 1;
    if (start > 0 && line > 0 && line < text.length()) {
      start = line;
    } else if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start++;
    }
    return new Output.Stream(last.name, text.substring(start));
  }

  /** How much a reader does not see who is shown {@code excerpt}. */
  Output.LeftOut unseen(Output.Stream excerpt) {
    return new Output.LeftOut(
        sum(characters, kept - excerpt.text().length()),
        sum(lines, keptLines - lines(excerpt.text())),
        displays);
  }

  private void dropHalfCharacter() {
    Piece first = pieces.peekFirst();
    if (first != null
        && first.text.length() > 0
        && Character.isLowSurrogate(first.text.charAt(0))) {
      first.text.deleteCharAt(0);
      letGo(1, 0);
    }
  }

  private void letGo(int length, int count) {
    characters = sum(characters, length);
    lines = sum(lines, count);
    kept -= length;
    keptLines -= count;
  }

  private static int sum(int a, int b) {
    return a > Integer.MAX_VALUE - b ? Integer.MAX_VALUE : a + b;
  }

  private static int lines(String text) {
    int count = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }
}
