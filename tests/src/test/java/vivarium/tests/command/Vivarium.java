package vivarium.tests.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command, as a program of its own. */
public final class Vivarium {
  private static final long TIMEOUT_SECONDS = 180;

  private Vivarium() {}

  /**
   * What a run left behind.
   *
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  public record Result(int exitCode, String out, String err) {}

  /** Runs {@code vivarium} with these arguments, to its end. */
  public static Result run(String... arguments) {
    try {
      Path out = Files.createTempFile("vivarium", ".out");
      Path err = Files.createTempFile("vivarium", ".err");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("vivarium did not end: " + Files.readString(err));
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A process that runs {@code vivarium} with these arguments, not yet started. */
  public static ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vivarium.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CI", "true");
    return builder;
  }

  /** The text of a stream of a running process, line by line. */
  public static BufferedReader lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
