package vivarium.engine.python;

import com.caoccao.javet.interop.V8Host;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import vivarium.engine.python.child.ChildMain;
import vivarium.engine.python.child.Frame;
import vivarium.model.json.Json;
import vivarium.protocol.ToKernel;

/** The process in which an interpreter runs, seen from outside. */
final class ChildProcess implements AutoCloseable {
  /** What a process says when it breaks down is short; the rest is of no use. */
  private static final int MOST_LINES = 200;

  /** A frame from the process; empty at its end. */
  private final BlockingQueue<Optional<Frame>> answers = new LinkedBlockingQueue<>();

  private final Process process;
  private final DataOutputStream out;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  private ChildProcess(Process process) {
    this.process = process;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    daemon("python-answers", this::listen);
    daemon("python-complaints", this::readComplaints);
  }

  /**
   * Starts a process.
   *
   * @param cache where V8 is kept
   * @param build names the engine, for the memory images that are kept there too
   * @param mostMemory how far Python's memory may grow, in bytes
   */
  static ChildProcess start(PythonFiles files, Path cache, String build, long mostMemory)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx256m",
            "-Dfile.encoding=UTF-8",
            "-cp",
            classPath(),
            ChildMain.class.getName(),
            cache.toAbsolutePath().toString(),
            files.pyodide().toAbsolutePath().toString(),
            files.wheel().toAbsolutePath().toString(),
            files.release().script(),
            build,
            Long.toString(mostMemory));
    if (Runtime.version().feature() >= 22) {
      builder.command().add(1, "--enable-native-access=ALL-UNNAMED");
    }
    withoutSecrets(builder.environment());
    builder.directory(cache.toFile()); // where a crash leaves its dump
    return new ChildProcess(builder.start());
  }

  /** Nothing of the user's environment reaches the process. */
  private static void withoutSecrets(Map<String, String> environment) {
    String windows = environment.getOrDefault("SystemRoot", "");
    environment.clear();
    environment.put("TZ", "UTC");
    environment.put("LC_ALL", "C.UTF-8");
    if (!windows.isEmpty()) {
      environment.put("SystemRoot", windows);
    }
  }

  private static String classPath() {
    return Stream.of(ChildMain.class, ToKernel.class, Json.class, V8Host.class, NullMarked.class)
        .map(ChildProcess::home)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is no path", e);
    }
  }

  /** Sends a frame; that the process is gone is learnt from {@link #receive}. */
  void send(Frame frame) {
    try {
      frame.write(out);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /** The next frame; empty when none came in time or the process is gone. */
  Optional<Frame> receive(Duration limit) throws InterruptedException {
    Optional<Frame> answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null ? Optional.empty() : answer;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Why the process ended, in one line. */
  String reason() throws InterruptedException {
    process.waitFor();
    if (complaints.stream().anyMatch(line -> line.matches(".*(heap out of m|OutOfM)emory.*"))) {
      return "out of memory";
    }
    return complaints.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("\t"))
        .findFirst()
        .orElse("the process ended with " + process.exitValue());
  }

  private void listen() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      while (true) {
        answers.add(Optional.of(Frame.read(in)));
      }
    } catch (IOException end) {
      process.destroyForcibly().onExit().join();
      answers.add(Optional.empty());
    }
  }

  private void readComplaints() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (complaints.size() < MOST_LINES) {
          complaints.add(line);
        }
      }
    } catch (IOException end) {
      // What was read until then is all there is to say.
    }
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
