package vivarium.engine.python.child;

import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.NodeRuntimeOptions;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueString;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.caoccao.javet.values.reference.V8ValueTypedArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/** One interpreter at a time, each in a V8 of its own. */
final class Interpreters implements AutoCloseable {
  private static final String ORIGIN = "https://vivarium.invalid/";
  private static final List<String> ENGINE =
      List.of("pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json");

  static {
    // Python can wait for JavaScript's promises, as in browsers. JavaScript's own heap stays small.
    NodeRuntimeOptions.V8_FLAGS.setCustomFlags("--experimental-wasm-jspi --max-old-space-size=512");
  }

  private final String seal;
  private final String script;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final String wheel;
  private final long mostMemory;
  private final Images images;
  private Network network = new Network(Set.of());
  private @Nullable NodeRuntime runtime;
  private @Nullable V8ValueObject worker;

  /**
   * @param images where the memory of an interpreter that has just started is kept
   * @param mostMemory how far Python's memory may grow, in bytes
   */
  Interpreters(Path pyodide, Path wheel, Images images, long mostMemory) throws IOException {
    for (String name : ENGINE) {
      files.put("pyodide/" + name, Files.readAllBytes(pyodide.resolve(name)));
    }
    this.wheel = String.valueOf(wheel.getFileName());
    files.put(this.wheel, Files.readAllBytes(wheel));
    this.images = images;
    this.mostMemory = mostMemory;
    // Within functions, variables of the scripts are no properties of the global object.
    this.seal = "(() => {" + script("seal.js") + "\nreturn seal; })()";
    this.script = "(lent) => {" + script("python.js") + "\nreturn python.default; }";
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        Interpreters.class.getResourceAsStream("/vivarium/engine/python/" + name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Ends the interpreter, if there is one, and starts another; the answer tells how that went. */
  Frame start() throws JavetException, IOException, InterruptedException {
    byte[] image = images.stored().isPresent() ? images.stored().get() : makeImage();
    Frame answer = boot(image);
    if (isReady(answer)) {
      return answer;
    }
    images.remove();
    return boot(makeImage());
  }

  /** Starts Python from nothing, for an image of it. All documents start from an image: alike. */
  private byte[] makeImage() throws JavetException, IOException, InterruptedException {
    boot(new byte[0]);
    try (V8Value made = worker().get("image")) {
      if (made instanceof V8ValueTypedArray bytes) {
        byte[] image = bytes.toBytes();
        images.store(image);
        return image;
      }
      return new byte[0]; // Python did not start, and its answer says why.
    }
  }

  /**
   * Starts Python.
   *
   * @param image the memory of an interpreter; empty to start from nothing
   */
  private Frame boot(byte[] image) throws JavetException, InterruptedException {
    close();
    NodeRuntime started = V8Host.getNodeInstance().createV8Runtime();
    runtime = started;
    V8ValueObject opened;
    try (V8ValueObject sealing = started.getExecutor(seal).execute()) {
      opened = sealing.invoke("open", script);
    }
    worker = opened;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try (V8ValueArrayBuffer buffer = buffer(file.getValue(), started)) {
        opened.invokeVoid("addFile", file.getKey(), buffer);
      }
    }
    if (image.length > 0) {
      try (V8ValueArrayBuffer buffer = buffer(image, started)) {
        opened.invokeVoid("setImage", buffer);
      }
    }
    opened.invokeVoid("limitMemory", (double) mostMemory);
    return send(ProtocolCodec.write(new ToKernel.Boot(ORIGIN + "pyodide/", ORIGIN + wheel)));
  }

  private static V8ValueArrayBuffer buffer(byte[] bytes, V8Runtime runtime) throws JavetException {
    V8ValueArrayBuffer buffer = runtime.createV8ValueArrayBuffer(bytes.length);
    buffer.fromBytes(bytes);
    return buffer;
  }

  private static boolean isReady(Frame answer) {
    return answer.texts().stream()
        .anyMatch(text -> ProtocolCodec.readFromKernel(text) instanceof FromKernel.Ready);
  }

  /**
   * A job begins: from now on time and chance are what they are in each run of it.
   *
   * @param clock in milliseconds since 1970
   * @param origins what its code may reach over the network
   */
  void begin(long clock, List<String> origins) throws JavetException {
    network = new Network(Set.copyOf(origins));
    worker().invokeVoid("begin", (double) clock);
  }

  /** Sends a message to the kernel and waits until it is dealt with. */
  Frame send(String message) throws JavetException, InterruptedException {
    V8ValueObject kernel = worker();
    kernel.invokeVoid("send", message);
    List<String> said = new ArrayList<>();
    boolean goesOn = true;
    while (true) {
      kernel.getV8Runtime().await(V8AwaitMode.RunTillNoMoreTasks);
      boolean isAnswered = take(kernel, said);
      if (isAnswered) {
        return new Frame(Frame.Kind.ANSWER, said);
      }
      if (!goesOn) {
        return new Frame(Frame.Kind.STUCK, said);
      }
      goesOn = answerRequests(kernel) || kernel.invokeBoolean("goOn");
    }
  }

  /** Adds what the kernel said since, and tells whether it is done with what it was sent. */
  private static boolean take(V8ValueObject kernel, List<String> said) throws JavetException {
    boolean isAnswered = false;
    for (String text : texts(kernel, "take")) {
      said.add(text);
      isAnswered |= isLast(ProtocolCodec.readFromKernel(text));
    }
    return isAnswered;
  }

  /** Deals with what the code asks of the network, and tells whether it asked for something. */
  private boolean answerRequests(V8ValueObject kernel) throws JavetException, InterruptedException {
    List<String> requests = texts(kernel, "requests");
    for (String text : requests) {
      JsonObject request = JsonObject.of(Json.parse(text));
      Network.Answer answer = network.send(request);
      int id = request.integer("id");
      if (answer instanceof Network.Answer.Got got) {
        try (V8ValueArray headers = kernel.getV8Runtime().createV8ValueArray();
            V8ValueArrayBuffer body = buffer(got.body().array(), kernel.getV8Runtime())) {
          headers.push(got.headers().toArray());
          kernel.invokeVoid("answer", id, "", got.status(), headers, body);
        }
      } else {
        kernel.invokeVoid("answer", id, ((Network.Answer.Refused) answer).reason());
      }
    }
    return !requests.isEmpty();
  }

  /** What a function without arguments returns, an array of strings. */
  private static List<String> texts(V8ValueObject kernel, String function) throws JavetException {
    List<String> texts = new ArrayList<>();
    try (V8ValueArray values = kernel.invoke(function)) {
      for (int i = 0; i < values.getLength(); i++) {
        // V8ValueArray.getString garbles what lies beyond U+FFFF.
        texts.add(((V8ValueString) values.get(i)).getValue());
      }
    }
    return texts;
  }

  private static boolean isLast(FromKernel message) {
    return message instanceof FromKernel.Ready
        || message instanceof FromKernel.BootFailed
        || message instanceof FromKernel.Died
        || message instanceof FromKernel.Finished;
  }

  private V8ValueObject worker() {
    if (worker == null) {
      throw new IllegalStateException("no interpreter was started");
    }
    return worker;
  }

  @Override
  public void close() throws JavetException {
    if (worker != null) {
      worker.close();
      worker = null;
    }
    if (runtime != null) {
      runtime.setStopping(true);
      runtime.close(true);
      runtime = null;
    }
  }
}
