package vivarium.cli;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option of {@code build} which other commands are asked for, and what they say to it. */
final class OnlyBuilds {
  /** The names of these commands. */
  static final Set<String> ASKED = Set.of("pack", "serve");

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Refuses it. */
  @Option(names = "--offline-app", hidden = true)
  void offlineApp(boolean wanted) {
    String reason =
        command.name().equals("pack")
            ? "A packed file needs no network as it is."
            : "The development server always shows what you saved last, so it keeps nothing.";
    throw new ParameterException(
        command.commandLine(), "--offline-app belongs to: vivarium build. " + reason);
  }
}
