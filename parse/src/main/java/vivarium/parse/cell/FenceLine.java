package vivarium.parse.cell;

import java.util.List;
import java.util.Optional;
import vivarium.model.document.LineSteps;
import vivarium.parse.attributes.Braces.Word;

/**
 * The first line of fenced code, read. Offsets are those of the line.
 *
 * @param name the language or directive, as written; empty when there is none
 * @param braced whether it stands in braces, as in {@code {python}}
 * @param words the flags, classes, ids and pairs, in all braces together
 * @param steps the lines to emphasise; empty when none are named
 * @param rest the words outside braces, which name nothing in this grammar
 * @param faults what cannot be read
 */
record FenceLine(
    String name,
    boolean braced,
    List<Word> words,
    Optional<Steps> steps,
    List<Rest> rest,
    List<Fault> faults) {
  /** Lines to emphasise, and where they are named. */
  record Steps(LineSteps steps, int offset) {}

  /** A word outside braces. */
  record Rest(String word, int offset) {}

  /** Something that cannot be read: its code, place and explanation. */
  record Fault(String code, int offset, String message, String remedy) {}

  FenceLine {
    words = List.copyOf(words);
    rest = List.copyOf(rest);
    faults = List.copyOf(faults);
  }
}
