package vivarium.parse.cell;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.LineSteps;
import vivarium.parse.source.Findings;

/** Gathers the options of one cell from its fence and from the lines at its top. */
final class OptionCollector {
  private final Findings findings;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final Set<Flag> refused = EnumSet.noneOf(Flag.class);
  private final Map<CellOptions.Key, String> values = new EnumMap<>(CellOptions.Key.class);
  private Optional<String> id = Optional.empty();
  private Optional<Location> checks = Optional.empty();
  private Optional<Steps> steps = Optional.empty();
  private boolean wantsRun;

  /** Lines to emphasise, and where they are named. */
  record Steps(LineSteps steps, Location where) {}

  OptionCollector(Findings findings) {
    this.findings = findings;
  }

  /** The fence's language asks for a live cell. */
  void wantsRun() {
    wantsRun = true;
  }

  /** The code cannot run. */
  void isNotRun() {
    flags.add(Flag.NORUN);
  }

  /** The cell runs unseen. */
  void isUnseen() {
    flags.add(Flag.HIDDEN);
  }

  void id(String wanted) {
    id = Optional.of(wanted);
  }

  void steps(LineSteps lines, Location where) {
    steps = Optional.of(new Steps(lines, where));
  }

  /** A word that stands alone. */
  void flag(String word, Location where) {
    Optional<Flag> flag = CellWords.flag(word);
    if (flag.isPresent()) {
      flags.add(flag.get());
    } else if (CellWords.key(word).isPresent()) {
      findings.warning(
          "option-without-value",
          where,
          "The option \"" + word + "\" has no value.",
          "Write " + word + "=value.");
    } else if (CellWords.foreignFlag(word).isPresent()) {
      pair(word, "true", where, where);
    } else {
      unknown(word, where);
    }
  }

  /** A key with a value. */
  void pair(String key, String value, Location where, Location valueWhere) {
    Optional<Boolean> truth = truth(value);
    Optional<Flag> flag = CellWords.flag(key);
    Optional<CellOptions.Key> known = CellWords.key(key);
    if (flag.isPresent() && truth.isPresent()) {
      if (truth.get()) {
        flags.add(flag.get());
      } else {
        refused.add(flag.get());
      }
    } else if (known.isPresent()) {
      value(known.get(), key, value, truth, valueWhere);
    } else if (flag.isPresent()) {
      findings.warning(
          "bad-option-value",
          valueWhere,
          "The option \"" + key + "\" takes no value but true or false.",
          "Write " + flag.get().word() + " alone.");
    } else if (key.equals("label") || key.equals("id")) {
      id = value.isBlank() ? id : Optional.of(value.strip().replaceAll("\\s+", "-"));
    } else if (CellWords.foreignFlag(key).isPresent()) {
      foreign(CellWords.foreignFlag(key).get(), key, truth, where);
    } else if (key.equals("code-line-numbers")) {
      lineNumbers(value, truth, valueWhere);
    } else if (key.equals("tags")) {
      tags(List.of(value.split("[,\\s]+", -1)));
    } else {
      unknown(key, where);
    }
  }

  void tags(List<String> tags) {
    for (String tag : tags) {
      CellWords.tag(tag).ifPresent(flags::add);
    }
  }

  private void value(
      CellOptions.Key key, String word, String value, Optional<Boolean> truth, Location where) {
    if (key == CellOptions.Key.CHECK && truth.isPresent()) {
      checks = truth.get() ? Optional.of(where) : Optional.empty();
      return;
    }
    if (key == CellOptions.Key.OUTPUT && (truth.isPresent() || value.equals("asis"))) {
      withoutEffect(word, where);
      return;
    }
    Optional<String> complaint = CellValues.complaint(key, value);
    if (complaint.isPresent()) {
      findings.warning(
          value.isBlank() ? "option-without-value" : "bad-option-value",
          where,
          value.isBlank()
              ? "The option \"" + word + "\" has no value."
              : Findings.quoted(value) + " is no value for \"" + word + "\".",
          complaint.get());
    } else {
      values.put(key, value);
    }
  }

  private void foreign(
      Map<Boolean, Flag> meaning, String key, Optional<Boolean> truth, Location where) {
    if (truth.isEmpty()) {
      withoutEffect(key, where);
    } else if (meaning.containsKey(truth.get())) {
      flags.add(meaning.get(truth.get()));
    }
  }

  private void lineNumbers(String value, Optional<Boolean> truth, Location where) {
    Optional<LineSteps> lines = LineStepReader.read(value);
    if (lines.isPresent()) {
      steps = Optional.of(new Steps(lines.get(), where));
    } else if (truth.isEmpty()) {
      findings.warning(
          "bad-line-steps",
          where,
          Findings.quoted(value) + " does not name lines.",
          "Write line numbers from 1 up, as in 1|2-3,5|all, where each | begins a step.");
    }
  }

  private void unknown(String word, Location where) {
    if (CellWords.isWithoutEffect(word)) {
      withoutEffect(word, where);
    } else {
      findings.warning(
          "unknown-option",
          where,
          "There is no option " + Findings.quoted(word) + " for a cell.",
          Findings.didYouMean(
              word,
              CellWords.all(),
              "The options are " + String.join(", ", CellWords.all()) + "."));
    }
  }

  private void withoutEffect(String word, Location where) {
    findings.warnOnce(
        "option-without-effect",
        word.toLowerCase(Locale.ROOT),
        where,
        "The option \"" + word + "\" is known and has no effect here.",
        "Keep it if another tool needs it; else take it out.");
  }

  private static Optional<Boolean> truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  Optional<String> id() {
    return id;
  }

  Optional<Steps> steps() {
    return steps;
  }

  /** What was gathered: {@code check: true} and {@code setup: true} take the exercise's name. */
  CellOptions options() {
    @Nullable String exercise = values.get(CellOptions.Key.EXERCISE);
    if (checks.isPresent() && exercise == null) {
      findings.warning(
          "check-without-exercise",
          checks.get(),
          "This cell checks an exercise and does not say which.",
          "Add exercise: with the name of the exercise.");
    } else if (checks.isPresent()) {
      values.put(CellOptions.Key.CHECK, exercise);
      values.remove(CellOptions.Key.EXERCISE);
    } else if (flags.contains(Flag.SETUP) && exercise != null) {
      values.put(CellOptions.Key.SETUP, exercise);
      values.remove(CellOptions.Key.EXERCISE);
      flags.remove(Flag.SETUP);
    }
    boolean servesAnother =
        values.containsKey(CellOptions.Key.CHECK) || values.containsKey(CellOptions.Key.SETUP);
    if (values.containsKey(CellOptions.Key.EXERCISE) || (wantsRun && !servesAnother)) {
      flags.add(Flag.RUN);
    }
    return new CellOptions(flags, refused, values);
  }
}
