package vivarium.tests.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an interpreter is to do, as {@code page.js} takes it. Each step gives another task. */
record Task(Map<String, Object> values) {
  Task {
    values = new LinkedHashMap<>(values);
  }

  /** Pyodide 314. */
  static Task python() {
    return new Task(Map.of("engine", "pyodide"));
  }

  /** Pyodide 0.27. */
  static Task olderPython() {
    return new Task(Map.of("engine", "pyodide-0.27"));
  }

  /** On the page's thread, instead of in a worker. */
  Task here() {
    return with("isHere", true);
  }

  /** On an engine that cannot tell types of functions apart. */
  Task onSimpleEngine() {
    return with("isSimple", true);
  }

  /** Starting from the image of this name. */
  Task from(String image) {
    return with("image", image);
  }

  /** With this library in the folder for packages. */
  Task withLibrary(String name) {
    String path = "/lib/python3.14/site-packages/" + name;
    return with("files", List.of(List.of(path, "libraries/" + name)));
  }

  /** With the extensions, and the library that one of them needs. */
  Task withExtensions() {
    return with(
        "files",
        List.of(
            List.of("/lib/python3.14/site-packages/tally.so", "libraries/tally.so"),
            List.of("/lib/python3.14/site-packages/measure.so", "libraries/measure.so"),
            List.of("/usr/lib/libscale.so", "libraries/libscale.so")));
  }

  /** With NumPy. */
  Task withNumpy() {
    return with("archive", "numpy.tar.gz");
  }

  /** Running this code first. */
  Task running(String code) {
    return with("before", code);
  }

  /** Then making an image of this name. */
  Task keeping(String image) {
    return with("keeps", image);
  }

  /** Running this code last, whose value is the result. */
  Task asking(String code) {
    return with("after", code);
  }

  private Task with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Task(more);
  }
}
