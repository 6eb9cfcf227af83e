package vivarium.engine.python.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import vivarium.engine.v8.NativeLibrary;

/**
 * Where the child process starts. It takes {@link Frame}s from its standard input, answers on its
 * standard output, and ends as soon as the input does: when its parent is gone.
 */
public final class ChildMain {
  /** V8 takes almost one megabyte for itself, Java's own frames come on top. */
  private static final long STACK_BYTES = 16 << 20;

  private ChildMain() {}

  /**
   * Runs until its parent is gone.
   *
   * @param arguments the folder for what can be made again, the folder of Pyodide, the wheel of
   *     Vivarium's Python side, the script that starts it, a name for this engine, and how many
   *     bytes an interpreter may use
   */
  public static void main(String[] arguments) {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    NativeLibrary.useFrom(Path.of(arguments[0]));
    MemoryGuard.start(2 * Long.parseLong(arguments[5]) + (1L << 29));
    BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    Thread python = new Thread(null, () -> answer(frames, out, arguments), "python", STACK_BYTES);
    python.setDaemon(true);
    python.start();
    try {
      while (true) {
        frames.add(Frame.read(in));
      }
    } catch (IOException parentIsGone) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void answer(
      BlockingQueue<Frame> frames, DataOutputStream out, String[] arguments) {
    try (Interpreters interpreters =
        new Interpreters(
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            arguments[3],
            new Images(Path.of(arguments[0]), arguments[4]),
            Long.parseLong(arguments[5]))) {
      while (true) {
        Frame frame = frames.take();
        switch (frame.kind()) {
          case START -> interpreters.start(Beginning.parse(frame.texts().get(0))).write(out);
          case BEGIN -> {
            List<String> texts = frame.texts();
            long clock = Long.parseLong(texts.get(0));
            interpreters.begin(clock, texts.get(1), texts.subList(2, texts.size())).write(out);
          }
          case FILES -> interpreters.place(frame.texts()).write(out);
          case IMAGE -> interpreters.makeImage(Beginning.parse(frame.texts().get(0))).write(out);
          default -> {
            List<String> texts = frame.texts();
            interpreters.send(texts.get(0), texts.subList(1, texts.size())).write(out);
          }
        }
      }
    } catch (Throwable e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      end(trace.toString());
    }
  }

  /** Ends the process. The parent reads the reason on the standard error. */
  static void end(String reason) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    err.println(reason);
    Runtime.getRuntime().halt(1);
  }
}
