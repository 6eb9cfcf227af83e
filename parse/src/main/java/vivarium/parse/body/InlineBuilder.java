package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vivarium.model.document.Inline;

/** Gathers inlines, joining text that stands together. */
final class InlineBuilder {
  /** A bracket farther back than this begins no span: looking on would take quadratic time. */
  static final int MAX_LOOK_BACK = 4000;

  private final List<Inline> inlines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  void text(String more) {
    text.append(more);
  }

  void add(Inline inline) {
    flush();
    inlines.add(inline);
  }

  /** The last inline, when no text follows it. */
  Optional<Inline> last() {
    return text.length() > 0 || inlines.isEmpty()
        ? Optional.empty()
        : Optional.of(inlines.get(inlines.size() - 1));
  }

  void replaceLast(UnaryOperator<Inline> change) {
    int last = inlines.size() - 1;
    inlines.set(last, change.apply(inlines.get(last)));
  }

  boolean isEmpty() {
    return text.length() == 0 && inlines.isEmpty();
  }

  boolean endsWithSpace() {
    return text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /**
   * Takes {@code [inlines]} off the end, brackets included; empty when what is there does not end
   * so.
   */
  Optional<List<Inline>> takeBracketed() {
    int end = text.length() - 1;
    if (end < 0 || text.charAt(end) != ']') {
      return Optional.empty();
    }
    Depth depth = new Depth();
    int here = depth.opening(text, end - 1);
    if (here >= 0) {
      String words = text.substring(here + 1, end);
      text.setLength(here);
      return Optional.of(words.isEmpty() ? List.of() : List.of(new Inline.Text(words)));
    }
    for (int i = inlines.size() - 1; i >= 0 && depth.goOn(); i--) {
      if (inlines.get(i) instanceof Inline.Text part) {
        int at = depth.opening(part.text(), part.text().length() - 1);
        if (at >= 0) {
          text.setLength(end);
          flush();
          return Optional.of(take(i, at));
        }
      }
    }
    return Optional.empty();
  }

  /** Looks for the bracket that opens what a closing one ended, backwards. */
  private static final class Depth {
    private int open = 1;
    private int seen;

    boolean goOn() {
      return ++seen < MAX_LOOK_BACK;
    }

    int opening(CharSequence words, int from) {
      for (int at = from; at >= 0 && goOn(); at--) {
        open += words.charAt(at) == ']' ? 1 : words.charAt(at) == '[' ? -1 : 0;
        if (open == 0) {
          return at;
        }
      }
      return -1;
    }
  }

  private List<Inline> take(int index, int at) {
    String words = ((Inline.Text) inlines.get(index)).text();
    List<Inline> tail = inlines.subList(index, inlines.size());
    List<Inline> taken = new ArrayList<>(tail);
    tail.clear();
    text.append(words, 0, at);
    if (at + 1 == words.length()) {
      taken.remove(0);
    } else {
      taken.set(0, new Inline.Text(words.substring(at + 1)));
    }
    return taken;
  }

  private void flush() {
    if (text.length() > 0) {
      inlines.add(new Inline.Text(text.toString()));
      text.setLength(0);
    }
  }

  List<Inline> build() {
    flush();
    return List.copyOf(inlines);
  }

  /** The inlines without white space and line ends at both ends. */
  static List<Inline> trimmed(List<Inline> inlines) {
    List<Inline> trimmed = new ArrayList<>(inlines);
    while (!trimmed.isEmpty() && isBreak(trimmed.get(0))) {
      trimmed.remove(0);
    }
    while (!trimmed.isEmpty() && isBreak(trimmed.get(trimmed.size() - 1))) {
      trimmed.remove(trimmed.size() - 1);
    }
    if (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1) instanceof Inline.Text text) {
      trimmed.set(trimmed.size() - 1, new Inline.Text(text.text().stripTrailing()));
    }
    if (!trimmed.isEmpty() && trimmed.get(0) instanceof Inline.Text text) {
      trimmed.set(0, new Inline.Text(text.text().stripLeading()));
    }
    return trimmed;
  }

  private static boolean isBreak(Inline inline) {
    return inline instanceof Inline.SoftBreak
        || inline instanceof Inline.HardBreak
        || (inline instanceof Inline.Text text && text.text().isBlank());
  }
}
