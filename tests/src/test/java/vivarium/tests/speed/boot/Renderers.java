package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of a browser's renderer processes, which hold its pages and their workers. */
final class Renderers {
  private static final Path PROCESSES = Path.of("/proc");

  private Renderers() {}

  /**
   * The sum of their proportional set sizes, in bytes: memory that processes share counts in parts.
   * Known on Linux only.
   *
   * @param profile the folder that the browser was started with
   */
  static OptionalLong bytes(Path profile) throws IOException {
    if (!Files.isReadable(PROCESSES.resolve("self/smaps_rollup"))) {
      return OptionalLong.empty();
    }
    ProcessHandle browser =
        ProcessHandle.current()
            .descendants()
            .filter(process -> commandLine(process).contains("--user-data-dir=" + profile))
            .filter(process -> !commandLine(process).contains("--type="))
            .findFirst()
            .orElseThrow();
    List<ProcessHandle> renderers =
        browser
            .descendants()
            .filter(process -> commandLine(process).contains("--type=renderer"))
            .toList();
    long sum = 0;
    for (ProcessHandle renderer : renderers) {
      sum += proportionalSetSize(renderer);
    }
    return OptionalLong.of(sum);
  }

  /** Empty for a process that has ended. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(file(process, "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static long proportionalSetSize(ProcessHandle process) throws IOException {
    for (String line : Files.readAllLines(file(process, "smaps_rollup"))) {
      if (line.startsWith("Pss:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no Pss of process " + process.pid());
  }

  private static Path file(ProcessHandle process, String name) {
    return PROCESSES.resolve(Long.toString(process.pid())).resolve(name);
  }
}
