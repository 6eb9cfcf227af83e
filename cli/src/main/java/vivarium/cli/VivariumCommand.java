package vivarium.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command that all others are part of. */
@Command(
    name = "vivarium",
    description = "Turns Markdown into slides and pages whose Python runs in the reader's browser.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExample:%n",
    footer = {"  vivarium new course", "  vivarium serve course"})
final class VivariumCommand {
  private VivariumCommand() {}

  /** Runs a command line and gives its {@link ExitCode}. */
  static int run(Surroundings surroundings, String... arguments) {
    try {
      return commandLine(surroundings).execute(arguments);
    } catch (Error e) {
      BugReport.file(e, surroundings);
      return ExitCode.BUG;
    }
  }

  private static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line = new CommandLine(new VivariumCommand());
    line.addSubcommand(new NewCommand(surroundings));
    line.addSubcommand(new ServeCommand(surroundings));
    line.addSubcommand(new OpenCommand(surroundings));
    line.addSubcommand(new BuildCommand(surroundings));
    line.addSubcommand(new PackCommand(surroundings));
    line.addSubcommand(new CheckCommand(surroundings));
    line.addSubcommand(new RunCommand(surroundings));
    line.addSubcommand(new PyscriptCommand(surroundings));
    line.addSubcommand(new LockCommand(surroundings));
    line.addSubcommand(new MirrorCommand(surroundings, System.getProperty("java.class.path")));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (OnlyBuilds.ASKED.contains(name)) {
                command.addMixin("only-builds", new OnlyBuilds(command));
              }
            });
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            surroundings.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(usage());
    line.setExecutionExceptionHandler(
        (exception, command, result) -> failed(exception, surroundings));
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** One line on what is wrong; the whole help would hide it. */
  private static IParameterExceptionHandler usage() {
    return (ParameterException e, String[] arguments) -> {
      CommandLine command = e.getCommandLine();
      command.getErr().println(e.getMessage());
      UnmatchedArgumentException.printSuggestions(e, command.getErr());
      command.getErr().println("Try: " + command.getCommandSpec().qualifiedName(" ") + " --help");
      return ExitCode.USAGE;
    };
  }

  private static int failed(Exception exception, Surroundings surroundings) {
    if (exception instanceof EnvironmentException environment) {
      surroundings.err().println(environment.diagnostic());
      surroundings.err().println("See docs/troubleshooting.md#" + environment.diagnostic().code());
      return ExitCode.ENVIRONMENT;
    }
    BugReport.file(exception, surroundings);
    return ExitCode.BUG;
  }
}
