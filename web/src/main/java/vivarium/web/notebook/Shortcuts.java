package vivarium.web.notebook;

import java.util.List;
import java.util.Optional;

/** Finds the command for keys, also for those that are pressed one after the other. */
final class Shortcuts {
  /** Milliseconds within which the second key has to come. */
  private static final double PATIENCE = 1000;

  private final List<Command> commands;
  private String first = "";
  private double since;

  Shortcuts(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * The command that a key completes, if it does.
   *
   * @param now the time, in milliseconds
   */
  Optional<Command> press(String key, boolean editing, double now) {
    String both = now - since < PATIENCE ? first + " " + key : "";
    first = key;
    since = now;
    Optional<Command> found = find(both, editing).or(() -> find(key, editing));
    if (found.isPresent()) {
      first = "";
    }
    return found;
  }

  private Optional<Command> find(String keys, boolean editing) {
    return commands.stream()
        .filter(command -> command.counts(editing) && command.keys().contains(keys))
        .findFirst();
  }
}
