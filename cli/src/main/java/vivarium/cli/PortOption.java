package vivarium.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.server.DevServer;

/** The option that says where a server listens. */
final class PortOption {
  private static final int LAST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      defaultValue = "8000",
      description =
          "The port (default: ${DEFAULT-VALUE}); when it is taken, the next free one. 0: any.")
  private int port;

  /** Makes a server. */
  @FunctionalInterface
  interface Start {
    /**
     * Has a server listen.
     *
     * @throws IOException when no port can be had
     */
    DevServer at(int port) throws IOException;
  }

  /**
   * Has a server listen at the port.
   *
   * @throws ParameterException when it is none
   * @throws EnvironmentException when none can be had
   */
  DevServer bind(Start start) {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(),
          "A port is a number from 0 to " + LAST_PORT + ", not " + port + ".");
    }
    try {
      return start.at(port);
    } catch (IOException e) {
      throw new EnvironmentException(
          "no-free-port",
          "127.0.0.1",
          "No port can be opened: " + e.getMessage() + ".",
          "Name another one with --port, or look whether a firewall forbids it.",
          e);
    }
  }
}
