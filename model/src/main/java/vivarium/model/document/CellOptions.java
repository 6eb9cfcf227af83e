package vivarium.model.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an author asked of a cell, between the braces of its fence or in its {@code #|} lines.
 *
 * @param flags the words that stand alone
 * @param values the keys that have a value, as written
 */
public record CellOptions(Set<Flag> flags, Map<Key, String> values) {
  /** No wishes: code that is shown. */
  public static final CellOptions NONE = new CellOptions(Set.of(), Map.of());

  /** The words that stand alone. */
  public enum Flag {
    /** A live cell. */
    RUN,
    /** A live cell that runs by itself once the reader's kernel is up. */
    AUTORUN,
    /** A live cell that the reader cannot change. */
    READONLY,
    /** A cell that runs unseen. */
    HIDDEN,
    /** A cell that runs before the others. */
    SETUP,
    /** A cell that does not run when the site is built. */
    NORUN,
    /** A cell that is expected to raise an exception. */
    RAISES;

    /** The word in the source: {@code autorun}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The keys that have a value. */
  public enum Key {
    EXERCISE,
    CHECK,
    SETUP,
    ENV,
    FILE,
    STDIN,
    TIMELIMIT,
    HEIGHT,
    FIG,
    OUTPUT;

    /** The word in the source: {@code timelimit}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CellOptions {
    Set<Flag> flagsInOrder = EnumSet.noneOf(Flag.class);
    flagsInOrder.addAll(flags);
    flags = Collections.unmodifiableSet(flagsInOrder);
    Map<Key, String> valuesInOrder = new EnumMap<>(Key.class);
    valuesInOrder.putAll(values);
    values = Collections.unmodifiableMap(valuesInOrder);
  }

  /** Whether the author wrote this word. */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** The value the author gave this key. */
  public Optional<String> value(Key key) {
    return Optional.ofNullable(values.get(key));
  }
}
