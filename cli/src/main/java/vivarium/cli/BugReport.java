package vivarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells of our own mistakes: what went wrong goes into a file, not over the terminal. */
final class BugReport {
  private BugReport() {}

  /** Writes the report and says where it is. */
  static void file(Throwable bug, Surroundings surroundings) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace, true));
    String report =
        "Vivarium "
            + Version.current()
            + ", Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + "\n\n"
            + trace;
    surroundings.err().println("This is a bug in Vivarium, not in your documents: " + bug);
    try {
      Path file = Files.createTempFile(surroundings.temporary(), "vivarium-bug-", ".txt");
      Files.writeString(file, report);
      surroundings.err().println("CONTRIBUTING.md says how to report it. Please send " + file);
    } catch (IOException e) {
      surroundings.err().println("CONTRIBUTING.md says how to report it. Please send this:");
      surroundings.err().println(report);
    }
  }
}
