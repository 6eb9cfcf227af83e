package vivarium.engine.python.child;

import com.caoccao.javet.exceptions.JavetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/** One interpreter at a time, each in a realm of its own. */
final class Interpreters implements AutoCloseable {
  static final String ORIGIN = "https://vivarium.invalid/";
  private static final List<String> ENGINE =
      List.of("pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json");

  private final String seal;
  private final String script;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final String wheel;
  private final long mostMemory;
  private final Images images;
  private Network network = new Network(Set.of());
  private @Nullable Realm realm;

  /**
   * @param script what starts Pyodide
   * @param images where the memory of interpreters that have just started is kept
   * @param mostMemory how far Python's memory may grow, in bytes
   */
  Interpreters(Path pyodide, Path wheel, String script, Images images, long mostMemory)
      throws IOException {
    for (String name : ENGINE) {
      files.put("pyodide/" + name, Files.readAllBytes(pyodide.resolve(name)));
    }
    this.wheel = String.valueOf(wheel.getFileName());
    files.put(this.wheel, Files.readAllBytes(wheel));
    this.images = images;
    this.mostMemory = mostMemory;
    // Within functions, variables of the scripts are no properties of the global object.
    this.seal = "(() => {" + script("seal.js") + "\nreturn seal; })()";
    this.script = "(lent) => {" + script(script) + "\nreturn python.default; }";
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

  /**
   * Ends the interpreter, if there is one, and starts another from an image.
   *
   * @return how that went
   */
  Frame start(Beginning beginning) throws JavetException, IOException, InterruptedException {
    try {
      Frame answer = boot(image(beginning), beginning);
      if (isReady(answer)) {
        return answer;
      }
      images.remove(beginning.image());
      return boot(image(beginning), beginning);
    } catch (NoImageException e) {
      return new Frame(
          Frame.Kind.ANSWER, List.of(ProtocolCodec.write(new FromKernel.BootFailed(e.reason()))));
    }
  }

  /** Makes an image, unless there is one, and sees to it that it comes back as it was. */
  Frame makeImage(Beginning beginning) throws JavetException, IOException, InterruptedException {
    try {
      byte[] image = image(beginning);
      Path compressed = images.compressed(beginning.image());
      close();
      if (Files.exists(compressed) && isWhole(compressed, image)) {
        images.touch(compressed);
      } else {
        images.write(compressed, Brotli.compress(image));
      }
      return new Frame(
          Frame.Kind.ANSWER,
          List.of(Images.hash(image), Integer.toString(image.length), compressed.toString()));
    } catch (NoImageException e) {
      return Frame.of(Frame.Kind.STUCK, e.reason());
    }
  }

  /** Readers would start Python from nothing, and nobody would know why it takes so long. */
  private static boolean isWhole(Path compressed, byte[] image) throws JavetException, IOException {
    return Arrays.equals(Brotli.decompress(Files.readAllBytes(compressed)), image);
  }

  private byte[] image(Beginning beginning)
      throws JavetException, IOException, InterruptedException, NoImageException {
    Optional<byte[]> stored = images.stored(beginning.image());
    if (stored.isPresent()) {
      return stored.get();
    }
    byte[] image = make(beginning, beginning.isPlain() ? new byte[0] : image(beginning.before()));
    String functions = realm().text("functions");
    if (!isReady(boot(image, beginning)) || !realm().text("functions").equals(functions)) {
      throw new NoImageException("Python did not come back from it as it was");
    }
    images.store(beginning.image(), image);
    return image;
  }

  /**
   * @param before the image that Python starts from; empty to start it from nothing
   */
  private byte[] make(Beginning beginning, byte[] before)
      throws JavetException, IOException, NoImageException {
    Realm made = open(before, beginning);
    made.call("makeImage", ORIGIN + wheel, beginning.imports().text(), beginning.packages().text());
    do {
      made.settle();
      byte[] image = made.bytes("made");
      if (image != null) {
        return image;
      }
    } while (made.property("failure").isEmpty() && made.goOn());
    throw new NoImageException(made.property("failure"));
  }

  private Frame boot(byte[] image, Beginning beginning)
      throws JavetException, IOException, InterruptedException {
    open(image, beginning);
    ToKernel boot =
        new ToKernel.Boot(ORIGIN + "pyodide/", ORIGIN + wheel, "", beginning.packages().text(), "");
    return send(ProtocolCodec.write(boot), List.of());
  }

  private Realm open(byte[] image, Beginning beginning) throws JavetException, IOException {
    close();
    Map<String, byte[]> found = new TreeMap<>(files);
    found.putAll(beginning.files());
    Realm opened = new Realm(seal, script, found, image, mostMemory);
    realm = opened;
    return opened;
  }

  private static boolean isReady(Frame answer) {
    return answer.texts().stream()
        .anyMatch(text -> ProtocolCodec.readFromKernel(text) instanceof FromKernel.Ready);
  }

  /**
   * A job begins: its modules are imported, and from now on time and chance are what they are in
   * each run of it.
   *
   * @param clock in milliseconds since 1970
   * @param cells the code of its cells, a JSON list
   * @param origins what its code may reach over the network
   */
  Frame begin(long clock, String cells, List<String> origins) throws JavetException {
    network = new Network(Set.copyOf(origins));
    String imported = realm().text("prepare", cells);
    realm().call("begin", (double) clock);
    return Frame.of(Frame.Kind.ANSWER, imported);
  }

  /**
   * Puts files where the cells find them.
   *
   * @param texts see {@link Frame.Kind#FILES}
   */
  Frame place(List<String> texts) throws JavetException {
    Realm python = realm();
    for (int i = 1; i + 2 < texts.size(); i += 3) {
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(Path.of(texts.get(i + 1)));
      } catch (IOException e) {
        return Frame.of(Frame.Kind.STUCK, "the file " + texts.get(i) + " cannot be read any more");
      }
      if (!Images.hash(bytes).equals(texts.get(i + 2))) {
        return Frame.of(Frame.Kind.STUCK, "the file " + texts.get(i) + " has changed meanwhile");
      }
      python.placeFile(texts.get(i), bytes);
    }
    python.call("enterFolder", texts.get(0));
    return new Frame(Frame.Kind.ANSWER, List.of());
  }

  /**
   * Sends a message to the kernel and waits until it is dealt with.
   *
   * @param input the lines that a cell gets when it asks
   */
  Frame send(String message, List<String> input) throws JavetException, InterruptedException {
    Realm kernel = realm();
    Answers answers = new Answers(input);
    kernel.call("send", message);
    List<String> said = new ArrayList<>();
    boolean goesOn = true;
    while (true) {
      kernel.settle();
      boolean isAnswered = take(kernel, said, answers);
      if (isAnswered) {
        return new Frame(Frame.Kind.ANSWER, said);
      }
      if (!goesOn) {
        return new Frame(Frame.Kind.STUCK, said);
      }
      goesOn = answers.give(kernel) || answerRequests(kernel) || kernel.goOn();
    }
  }

  /** Adds what the kernel said since, and tells whether it is done with what it was sent. */
  private static boolean take(Realm kernel, List<String> said, Answers answers)
      throws JavetException {
    boolean isAnswered = false;
    for (String text : kernel.texts("take")) {
      said.add(text);
      FromKernel message = ProtocolCodec.readFromKernel(text);
      if (message instanceof FromKernel.Asked asked) {
        answers.ask(asked.run());
      }
      isAnswered |= isLast(message);
    }
    return isAnswered;
  }

  /** Deals with what the code asks of the network, and tells whether it asked for something. */
  private boolean answerRequests(Realm kernel) throws JavetException, InterruptedException {
    List<String> requests = kernel.texts("requests");
    for (String text : requests) {
      JsonObject request = JsonObject.of(Json.parse(text));
      kernel.answer(request.integer("id"), network.send(request));
    }
    return !requests.isEmpty();
  }

  private static boolean isLast(FromKernel message) {
    return message instanceof FromKernel.Ready
        || message instanceof FromKernel.BootFailed
        || message instanceof FromKernel.Died
        || message instanceof FromKernel.Stopped
        || message instanceof FromKernel.Finished;
  }

  private Realm realm() {
    if (realm == null) {
      throw new IllegalStateException("no interpreter was started");
    }
    return realm;
  }

  @Override
  public void close() throws JavetException {
    if (realm != null) {
      realm.close();
      realm = null;
    }
  }
}
