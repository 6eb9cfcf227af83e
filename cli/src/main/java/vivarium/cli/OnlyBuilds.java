package vivarium.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option of {@code build} which other commands are asked for, and what they say to it. */
final class OnlyBuilds {
  /** The names of these commands. */
  static final Set<String> ASKED = Set.of("pack", "serve");

  private final CommandLine command;

  /**
   * @param command the one that is asked
   */
  OnlyBuilds(CommandLine command) {
    this.command = command;
  }

  /** Refuses it. */
  @Option(names = "--offline-app", hidden = true)
  void offlineApp(boolean wanted) {
    String reason =
        command.getCommandName().equals("pack")
            ? "A packed file needs no network as it is."
            : "The development server always shows what you saved last, so it keeps nothing.";
    throw new ParameterException(command, "--offline-app belongs to: vivarium build. " + reason);
  }
}
