package vivarium.parse.attributes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Attributes;

/**
 * The words between a pair of braces, as they stand in one line. Offsets are 0-based UTF-16 code
 * units in that line.
 *
 * @param end the offset behind the closing brace, or behind what could be read of it
 * @param fault why reading stopped before a closing brace; empty when it did not
 */
public record Braces(List<Word> words, int end, Optional<Fault> fault) {
  /** What a word between braces is. */
  public enum Kind {
    /** {@code word}. */
    FLAG,
    /** {@code .word}. */
    CLASS,
    /** {@code #word}. */
    ID,
    /** {@code word=value}. */
    PAIR
  }

  /**
   * A word.
   *
   * @param name without the dot or number sign before it
   * @param value of a pair, without quotes; empty for the others
   * @param offset where the word begins
   * @param valueOffset where the value of a pair begins
   */
  public record Word(Kind kind, String name, String value, int offset, int valueOffset) {}

  /** What is wrong, a sentence with a full stop, and where. */
  public record Fault(int offset, String message) {}

  public Braces {
    words = List.copyOf(words);
  }

  /** Whether these are attributes as Pandoc knows them: at least one, and no flags. */
  public boolean areAttributes() {
    return fault.isEmpty()
        && !words.isEmpty()
        && words.stream().noneMatch(word -> word.kind() == Kind.FLAG);
  }

  /** The words as attributes. The last id counts, and of a repeated key the last value. */
  public Attributes attributes() {
    Optional<String> id = Optional.empty();
    List<String> classes = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (Word word : words) {
      switch (word.kind()) {
        case ID -> id = Optional.of(word.name());
        case CLASS -> classes.add(word.name());
        case PAIR -> {
          if (word.name().equals("id") && !word.value().isBlank()) {
            id = Optional.of(word.value().strip());
          } else {
            pair(word, classes, values);
          }
        }
        case FLAG -> values.put(word.name(), "");
      }
    }
    return new Attributes(id, classes, values);
  }

  private static void pair(Word word, List<String> classes, Map<String, String> values) {
    if (word.name().equals("class")) {
      for (String name : word.value().split("\\s+", -1)) {
        if (!name.isEmpty()) {
          classes.add(name);
        }
      }
    } else {
      values.put(word.name(), word.value());
    }
  }
}
