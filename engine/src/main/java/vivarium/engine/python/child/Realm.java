package vivarium.engine.python.child;

import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.NodeRuntimeOptions;
import com.caoccao.javet.values.primitive.V8ValueString;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A V8 with a sealed realm in it, in which one interpreter lives. */
final class Realm implements AutoCloseable {
  static {
    // Python can wait for JavaScript's promises, as in browsers. JavaScript's own heap stays small.
    NodeRuntimeOptions.V8_FLAGS.setCustomFlags("--experimental-wasm-jspi --max-old-space-size=512");
  }

  private final NodeRuntime runtime;
  private final V8ValueObject worker;

  /**
   * @param seal the script that makes the realm
   * @param script what runs in it
   * @param files what its code finds, by name
   * @param image the memory to start Python from; empty to start it from nothing
   * @param mostMemory how far Python's memory may grow, in bytes
   */
  Realm(String seal, String script, Map<String, byte[]> files, byte[] image, long mostMemory)
      throws JavetException {
    runtime = V8Host.getNodeInstance().createV8Runtime();
    try (V8ValueObject sealing = runtime.getExecutor(seal).execute()) {
      worker = sealing.invoke("open", script);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try (V8ValueArrayBuffer buffer = buffer(file.getValue(), runtime)) {
        worker.invokeVoid("addFile", file.getKey(), buffer);
      }
    }
    if (image.length > 0) {
      try (V8ValueArrayBuffer buffer = buffer(image, runtime)) {
        worker.invokeVoid("setImage", buffer);
      }
    }
    worker.invokeVoid("limitMemory", (double) mostMemory);
  }

  static V8ValueArrayBuffer buffer(byte[] bytes, V8Runtime runtime) throws JavetException {
    V8ValueArrayBuffer buffer = runtime.createV8ValueArrayBuffer(bytes.length);
    buffer.fromBytes(bytes);
    return buffer;
  }

  /** Calls a function that returns nothing. */
  void call(String function, Object... arguments) throws JavetException {
    worker.invokeVoid(function, arguments);
  }

  /** Calls a function that returns a text. */
  String text(String function, Object... arguments) throws JavetException {
    return worker.invokeString(function, arguments);
  }

  /** What a function without arguments returns, an array of strings. */
  List<String> texts(String function) throws JavetException {
    List<String> texts = new ArrayList<>();
    try (V8ValueArray values = worker.invoke(function)) {
      for (int i = 0; i < values.getLength(); i++) {
        // V8ValueArray.getString garbles what lies beyond U+FFFF.
        texts.add(((V8ValueString) values.get(i)).getValue());
      }
    }
    return texts;
  }

  /** The text in a property. */
  String property(String name) throws JavetException {
    return worker.getString(name);
  }

  /** The bytes in a property; null when there are none. */
  byte @Nullable [] bytes(String name) throws JavetException {
    try (var value = worker.get(name)) {
      return value instanceof V8ValueArrayBuffer buffer ? buffer.toBytes() : null;
    }
  }

  /** Answers a request of the network. */
  void answer(int id, Network.Answer answer) throws JavetException {
    if (answer instanceof Network.Answer.Got got) {
      try (V8ValueArray headers = runtime.createV8ValueArray();
          V8ValueArrayBuffer body = buffer(got.body().array(), runtime)) {
        headers.push(got.headers().toArray());
        worker.invokeVoid("answer", id, "", got.status(), headers, body);
      }
    } else {
      worker.invokeVoid("answer", id, ((Network.Answer.Refused) answer).reason());
    }
  }

  /** Gives the interpreter a file, at a path below its home folder. */
  void placeFile(String path, byte[] content) throws JavetException {
    try (V8ValueArrayBuffer buffer = buffer(content, runtime)) {
      worker.invokeVoid("placeFile", path, buffer);
    }
  }

  /** Runs what can run now. */
  void settle() throws JavetException {
    runtime.await(V8AwaitMode.RunTillNoMoreTasks);
  }

  /** Lets the next timer ring; tells whether there was one. */
  boolean goOn() throws JavetException {
    return worker.invokeBoolean("goOn");
  }

  @Override
  public void close() throws JavetException {
    worker.close();
    runtime.setStopping(true);
    runtime.close(true);
  }
}
