package vivarium.engine.typeset;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueString;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import vivarium.engine.EngineException;
import vivarium.engine.v8.NativeLibrary;

/**
 * Lezer, KaTeX and markdown-it in V8, inside this JVM. Nothing of a reader's or an author's code
 * runs in it.
 */
public final class V8Typesetter implements Typesetter {
  private final NodeRuntime runtime;
  private final V8ValueObject typeset;

  private V8Typesetter(NodeRuntime runtime, V8ValueObject typeset) {
    this.runtime = runtime;
    this.typeset = typeset;
  }

  /**
   * Starts V8 and loads the grammars.
   *
   * @param nativeLibraryCache a folder in which the engine's native library (80 MB) is kept for the
   *     next start; made when it is missing
   * @throws EngineException when the library cannot be unpacked or loaded
   */
  public static V8Typesetter start(Path nativeLibraryCache) {
    NativeLibrary.keepIn(nativeLibraryCache);
    try {
      NodeRuntime runtime = V8Host.getNodeInstance().createV8Runtime();
      runtime.getExecutor(script()).executeVoid();
      return new V8Typesetter(runtime, runtime.getGlobalObject().get("typeset"));
    } catch (JavetException e) {
      throw new EngineException(
          "V8 could not be started. Is this a platform that Vivarium runs on (Linux, macOS, Windows)?",
          e);
    }
  }

  private static String script() {
    try (InputStream in = V8Typesetter.class.getResourceAsStream("typeset.js")) {
      if (in == null) {
        throw new IllegalStateException("typeset.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized String highlight(String language, String code) {
    try {
      return typeset.invokeString("highlight", language, code);
    } catch (JavetException e) {
      throw new EngineException("Code in the language \"" + language + "\" broke Lezer.", e);
    }
  }

  @Override
  public synchronized String math(String tex, boolean display) throws MathException {
    try (V8ValueObject answer = typeset.invoke("math", tex, display)) {
      Optional<String> problem = text(answer, "problem");
      if (problem.isPresent()) {
        throw new MathException(problem.get());
      }
      return text(answer, "html").orElseThrow();
    } catch (JavetException e) {
      throw new EngineException("The formula \"" + tex + "\" broke KaTeX.", e);
    }
  }

  /** Javet's own {@code getString} cuts a text off in which there are characters beyond U+FFFF. */
  private static Optional<String> text(V8ValueObject object, String name) throws JavetException {
    try (V8Value value = object.get(name)) {
      return value instanceof V8ValueString text ? Optional.of(text.getValue()) : Optional.empty();
    }
  }

  @Override
  public synchronized String markdown(String text) {
    try {
      return typeset.invokeString("markdown", text);
    } catch (JavetException e) {
      throw new EngineException("Markdown that a cell wrote broke markdown-it.", e);
    }
  }

  @Override
  public synchronized String latex(String text) {
    try {
      return typeset.invokeString("latex", text);
    } catch (JavetException e) {
      throw new EngineException("LaTeX that a cell wrote broke KaTeX.", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      typeset.close();
      runtime.close();
    } catch (JavetException e) {
      throw new EngineException("V8 did not stop.", e);
    }
  }
}
