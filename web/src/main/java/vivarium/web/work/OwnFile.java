package vivarium.web.work;

import org.teavm.jso.JSBody;

/** The file that a packed page is, which readers can save with their work in it. */
final class OwnFile {
  private OwnFile() {}

  /** Whether the page is such a file. */
  @JSBody(script = "return !!(window.vivariumPacked && window.vivariumPacked.own);")
  static native boolean isThere();

  /** The work that the file has brought with it, as a {@code WorkFile}; empty for none. */
  @JSBody(script = "return window.vivariumPacked.own.work;")
  static native String work();

  /** Lets the browser save a copy. */
  @JSBody(
      params = {"name", "work"},
      script = "window.vivariumPacked.own.save(name, work);")
  static native void save(String name, String work);
}
