package vivarium.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * An element of a page whose content is Python.
 *
 * @param engine {@code py} for Pyodide, {@code mpy} for MicroPython
 * @param code its code without common indentation; empty when a file has it
 * @param line the line of the page in which the code begins, 1-based
 */
record PythonScript(Element element, String engine, Kind kind, String code, int line) {
  /** What is made of the code. */
  enum Kind {
    SCRIPT,
    EDITOR,
    GAME
  }

  /** All of them in a page, in its order. */
  static List<PythonScript> in(HtmlText page) {
    List<PythonScript> scripts = new ArrayList<>();
    for (Element element : page.tree().getAllElements()) {
      kind(element).ifPresent(kind -> scripts.add(of(page, element, kind)));
    }
    return scripts;
  }

  private static Optional<Kind> kind(Element element) {
    if (element.normalName().equals("py-script") || element.normalName().equals("mpy-script")) {
      return Optional.of(Kind.SCRIPT);
    }
    if (!element.normalName().equals("script")) {
      return Optional.empty();
    }
    return switch (type(element)) {
      case "py", "mpy" -> Optional.of(Kind.SCRIPT);
      case "py-editor", "mpy-editor" -> Optional.of(Kind.EDITOR);
      case "py-game" -> Optional.of(Kind.GAME);
      default -> Optional.empty();
    };
  }

  private static PythonScript of(HtmlText page, Element element, Kind kind) {
    String name = element.normalName().equals("script") ? type(element) : element.normalName();
    String content = page.content(element);
    int first = content.length() - content.stripLeading().length();
    int start = content.lastIndexOf('\n', Math.max(0, first - 1)) + 1;
    return new PythonScript(
        element,
        name.startsWith("mpy") ? "mpy" : "py",
        kind,
        content.isBlank() ? "" : content.substring(start).stripTrailing().stripIndent(),
        page.at(page.contentStart(element) + start).line());
  }

  private static String type(Element element) {
    return element.attr("type").strip().toLowerCase(Locale.ROOT);
  }

  /** The file that has the code. */
  Optional<String> source() {
    return attribute("src");
  }

  /** Whether it runs in a worker of its own. */
  boolean isWorker() {
    return kind == Kind.EDITOR || element.hasAttr("worker");
  }

  /** The value of an attribute; empty when it is missing or says nothing. */
  Optional<String> attribute(String name) {
    return Optional.of(element.attr(name).strip()).filter(value -> !value.isEmpty());
  }
}
