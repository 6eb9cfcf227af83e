package vivarium.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(VivariumCommand.run(surroundings(), arguments));
  }

  private static Surroundings surroundings() {
    Map<String, String> environment = System.getenv();
    String system = System.getProperty("os.name");
    Path home = Path.of(System.getProperty("user.home"));
    Path cache = CacheFolder.of(environment, system, home);
    LockedPackages packages = new LockedPackages(cache, LockedPackages.indexes(environment, home));
    return new Surroundings(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        // Java cannot tell whether standard error is a terminal; the launcher can.
        Boolean.getBoolean("vivarium.terminal"),
        environment,
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("java.io.tmpdir")),
        Clock.system(ZoneId.systemDefault()),
        new InstalledWorkshop(cache, packages),
        Browser.ofDesktop(environment, system),
        task -> Runtime.getRuntime().addShutdownHook(new Thread(task, "vivarium-stop")));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
