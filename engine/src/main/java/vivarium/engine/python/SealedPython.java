package vivarium.engine.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import vivarium.engine.EngineException;
import vivarium.engine.python.JobResult.Ended;
import vivarium.engine.python.JobResult.Reason;
import vivarium.engine.python.child.Beginning;
import vivarium.engine.python.child.Frame;
import vivarium.engine.v8.NativeLibrary;
import vivarium.model.json.Json;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/**
 * Pyodide in V8, in processes of their own: what Python does there, even to the process, does not
 * reach this one.
 */
public final class SealedPython implements PythonEngine {
  /** More than a lesson needs, and little enough for two of them on a small machine. */
  private static final long MOST_MEMORY = 1L << 30;

  /** A machine that needs longer to start Python is not one to work on. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final PythonFiles files;
  private final Path cache;
  private final int parallel;
  private final String build;
  private final Semaphore permits;
  private final Deque<ChildProcess> idle = new ArrayDeque<>();
  private final Set<ChildProcess> all = new HashSet<>();
  private boolean closed;

  private SealedPython(PythonFiles files, Path cache, int parallel, String build) {
    this.files = files;
    this.cache = cache;
    this.parallel = parallel;
    this.build = build;
    this.permits = new Semaphore(parallel);
  }

  /**
   * Makes an engine. Python starts with the first job.
   *
   * @param cache a folder in which V8 (80 MB) and an image of Python (30 MB) are kept for the next
   *     start; made when it is missing
   * @param parallel how many jobs may run at the same time, 1 or more; each needs a core and about
   *     300 MB
   * @throws EngineException when V8 cannot be unpacked, or a file of Python is missing
   */
  public static SealedPython start(PythonFiles files, Path cache, int parallel) {
    NativeLibrary.keepIn(cache);
    return new SealedPython(files, cache, parallel, hash(files));
  }

  @Override
  public JobResult run(Job job) throws InterruptedException {
    return inChild(
        child -> {
          if (!job.packages().isEmpty()) {
            start(child, beginning(List.of(), job.packages()));
          }
          JobResult result = run(job, child);
          return new Outcome<>(result, result.ended().isEmpty());
        });
  }

  @Override
  public JobResult run(Job job, PythonImage.Made image) throws InterruptedException {
    return inChild(
        child -> {
          start(child, beginning(image.imports(), job.packages()));
          JobResult result = run(job, child);
          return new Outcome<>(result, result.ended().isEmpty());
        });
  }

  @Override
  public PythonImage image(List<String> imports, PythonPackages packages)
      throws InterruptedException {
    return inChild(
        child -> {
          child.send(Frame.of(Frame.Kind.IMAGE, beginning(imports, packages)));
          Frame answer = child.receive(START_LIMIT).orElseThrow(() -> cannotStart(child));
          List<String> texts = answer.texts();
          PythonImage image =
              answer.kind() == Frame.Kind.STUCK
                  ? new PythonImage.Refused(texts.get(0))
                  : new PythonImage.Made(
                      imports, texts.get(0), Long.parseLong(texts.get(1)), Path.of(texts.get(2)));
          return new Outcome<>(image, true);
        });
  }

  /** What came of the work in a process, and whether the process is still good. */
  private record Outcome<T>(T result, boolean isGood) {}

  private interface Work<T> {
    Outcome<T> in(ChildProcess child) throws InterruptedException;
  }

  private <T> T inChild(Work<T> work) throws InterruptedException {
    permits.acquire();
    try {
      ChildProcess child = ready();
      boolean isGood = false;
      try {
        Outcome<T> outcome = work.in(child);
        isGood = outcome.isGood();
        return outcome.result();
      } finally {
        giveBack(child, isGood);
      }
    } finally {
      permits.release();
    }
  }

  private static JobResult run(Job job, ChildProcess child) throws InterruptedException {
    List<String> begin = new ArrayList<>(job.origins());
    begin.add(0, Long.toString(job.clock().toEpochMilli()));
    begin.add(1, list(job.cells().stream().map(Job.Code::code).toList()));
    child.send(new Frame(Frame.Kind.BEGIN, begin));
    List<String> imports =
        list(child.receive(START_LIMIT).orElseThrow(() -> cannotStart(child)).texts().get(0));
    Optional<Ended> missing = job.files().isEmpty() ? Optional.empty() : place(job.files(), child);
    if (missing.isPresent()) {
      return new JobResult(List.of(), imports, missing);
    }
    RunOutputs written = new RunOutputs();
    List<Duration> took = new ArrayList<>();
    for (Job.Code code : job.cells()) {
      ToKernel.Run run =
          new ToKernel.Run(took.size() + 1, code.cell(), code.env(), code.code(), code.figures());
      long start = System.nanoTime();
      List<String> send = new ArrayList<>(code.input());
      send.add(0, ProtocolCodec.write(run));
      child.send(new Frame(Frame.Kind.SEND, send));
      Optional<Frame> answer = child.receive(code.limit());
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      Optional<Ended> ended = ended(answer, child);
      if (ended.isPresent()) {
        return new JobResult(finished(took, written), imports, ended);
      }
      Transcript transcript = Transcript.of(answer.orElseThrow().texts());
      written.begin();
      transcript.outputs().forEach(written::take);
      took.add(duration);
    }
    return new JobResult(finished(took, written), imports, Optional.empty());
  }

  /** Puts files where the cells find them; why not, when one is not what it was. */
  private static Optional<Ended> place(CellFiles files, ChildProcess child)
      throws InterruptedException {
    List<String> texts = new ArrayList<>();
    texts.add(files.folder());
    for (CellFile file : files.files()) {
      texts.add(file.path());
      texts.add(file.source().toAbsolutePath().toString());
      texts.add(file.sha256());
    }
    child.send(new Frame(Frame.Kind.FILES, texts));
    Frame answer = child.receive(START_LIMIT).orElseThrow(() -> cannotStart(child));
    return answer.kind() == Frame.Kind.STUCK
        ? Optional.of(new Ended(Reason.BROKE_DOWN, answer.texts().get(0)))
        : Optional.empty();
  }

  private static List<JobResult.Finished> finished(List<Duration> took, RunOutputs written) {
    List<JobResult.Finished> finished = new ArrayList<>();
    for (Duration duration : took) {
      finished.add(new JobResult.Finished(written.of(finished.size() + 1), duration));
    }
    return finished;
  }

  /** How a cell ended its interpreter, if it did. */
  private static Optional<Ended> ended(Optional<Frame> answer, ChildProcess child)
      throws InterruptedException {
    if (answer.isEmpty()) {
      return Optional.of(
          child.isAlive()
              ? new Ended(Reason.TIME_LIMIT, "")
              : new Ended(Reason.BROKE_DOWN, child.reason()));
    }
    Transcript transcript = Transcript.of(answer.get().texts());
    if (transcript.isFinished()) {
      return Optional.empty();
    }
    return Optional.of(
        transcript
            .died()
            .map(reason -> new Ended(Reason.BROKE_DOWN, reason))
            .orElse(new Ended(Reason.WAITS_FOREVER, "")));
  }

  private static String beginning(List<String> imports, PythonPackages packages) {
    Map<String, Path> wheels = new TreeMap<>();
    packages.all().forEach(each -> wheels.put(fileOf(each), each.wheel()));
    Json.Arr told = packages.json(each -> Beginning.url(fileOf(each)));
    Json.Arr names = new Json.Arr(imports.stream().<Json>map(Json.Str::new).toList());
    return new Beginning(names, told, wheels).text();
  }

  private static String fileOf(PythonPackage each) {
    return "wheels/" + each.sha256() + "/" + each.fileName();
  }

  private static String list(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json.Str::new).toList()).text();
  }

  private static List<String> list(String json) {
    return ((Json.Arr) Json.parse(json))
        .items().stream().map(item -> ((Json.Str) item).value()).toList();
  }

  /** A process with an interpreter that nothing ran in. */
  private ChildProcess ready() throws InterruptedException {
    ChildProcess child = take();
    boolean isReady = false;
    try {
      awaitReady(child);
      isReady = true;
      return child;
    } finally {
      if (!isReady) {
        giveBack(child, false);
      }
    }
  }

  private static void start(ChildProcess child, String beginning) throws InterruptedException {
    child.send(Frame.of(Frame.Kind.START, beginning));
    awaitReady(child);
  }

  private static void awaitReady(ChildProcess child) throws InterruptedException {
    Optional<Frame> answer = child.receive(START_LIMIT);
    Transcript transcript = Transcript.of(answer.map(Frame::texts).orElse(List.of()));
    if (!transcript.isReady()) {
      throw transcript.died().map(SealedPython::cannotStart).orElseGet(() -> cannotStart(child));
    }
  }

  private static EngineException cannotStart(ChildProcess child) {
    try {
      return cannotStart(child.isAlive() ? "it took too long" : child.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cannotStart("it was interrupted");
    }
  }

  private static EngineException cannotStart(String reason) {
    return new EngineException("Python could not be started: " + reason + ".");
  }

  private synchronized ChildProcess take() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    ChildProcess known = idle.poll();
    if (known != null) {
      return known;
    }
    try {
      ChildProcess started = ChildProcess.start(files, cache, build.substring(0, 16), MOST_MEMORY);
      all.add(started);
      started.send(Frame.of(Frame.Kind.START, Beginning.PLAIN.text()));
      return started;
    } catch (IOException e) {
      throw new EngineException("A process for Python could not be started.", e);
    }
  }

  /** A process that is still good starts its next interpreter at once, before it is asked for. */
  private synchronized void giveBack(ChildProcess child, boolean isGood) {
    if (isGood && !closed) {
      child.send(Frame.of(Frame.Kind.START, Beginning.PLAIN.text()));
      idle.add(child);
    } else {
      child.close();
      all.remove(child);
    }
  }

  @Override
  public String build() {
    return build;
  }

  @Override
  public int parallel() {
    return parallel;
  }

  @Override
  public synchronized void close() {
    closed = true;
    all.forEach(ChildProcess::close);
    all.clear();
    idle.clear();
  }

  private static byte[] script(String name) throws IOException {
    try (InputStream in = SealedPython.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static String hash(PythonFiles files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(script("seal.js"));
      digest.update(script(files.release().script()));
      digest.update(Files.readAllBytes(files.wheel()));
      digest.update(Files.readAllBytes(files.pyodide().resolve("pyodide.asm.wasm")));
      digest.update(Files.readAllBytes(files.pyodide().resolve("python_stdlib.zip")));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
