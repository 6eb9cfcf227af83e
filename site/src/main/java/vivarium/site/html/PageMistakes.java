package vivarium.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;

/**
 * Finds what a browser would pass over in silence: misspelt attributes and types, missing targets.
 */
final class PageMistakes {
  private static final Set<String> COMMON =
      Set.of("type", "src", "config", "config-parser", "target", "service-worker", "id", "class");
  private static final Map<PythonScript.Kind, Set<String>> ATTRIBUTES =
      Map.of(
          PythonScript.Kind.SCRIPT,
          Set.of("worker", "name", "terminal", "async", "print", "output"),
          PythonScript.Kind.EDITOR,
          Set.of(
              "env",
              "env-override",
              "setup",
              "output",
              "rows",
              "height",
              "onbeforerun",
              "readonly",
              "theme"),
          PythonScript.Kind.GAME,
          Set.of());

  private static final Set<String> TYPES =
      Set.of("py", "mpy", "py-editor", "mpy-editor", "py-game");
  private static final Set<String> OTHER_NAMES =
      Set.of(
          "python", "text/python", "application/python", "text/x-python", "pyscript", "py-script");

  /** Elements that PyScript had until 2023, and what does their work now. */
  private static final Map<String, String> OLD_ELEMENTS =
      Map.of(
          "py-repl", "Write: <script type=\"py-editor\">.",
          "py-env", "Put the packages into a <py-config>.",
          "py-loader", "Leave it out: there is no loader.",
          "py-splashscreen", "Leave it out, and show what you like until the event py:ready.",
          "py-title", "Write: <h1>.",
          "py-box", "Write: <div>.",
          "py-button", "Write: <button py-click=\"…\">.",
          "py-inputbox", "Write: <input>, and read its value.",
          "py-list", "Write: <ul>, and fill it with pyscript.web.");

  private final HtmlText page;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PageMistakes(HtmlText page) {
    this.page = page;
  }

  static List<Diagnostic> in(HtmlText page, List<PythonScript> scripts) {
    PageMistakes mistakes = new PageMistakes(page);
    scripts.forEach(mistakes::script);
    page.tree().getElementsByTag("script").forEach(mistakes::type);
    OLD_ELEMENTS.forEach(
        (name, remedy) ->
            page.tree()
                .getElementsByTag(name)
                .forEach(
                    element ->
                        mistakes.warn(
                            page.place(element),
                            "PyScript no longer has <" + name + ">.",
                            remedy)));
    return mistakes.diagnostics;
  }

  private void script(PythonScript script) {
    Element element = script.element();
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(ATTRIBUTES.getOrDefault(script.kind(), Set.of()));
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      if (!known.contains(name) && !name.contains("-") && !name.startsWith("on")) {
        Nearest.to(name, known)
            .ifPresent(
                near ->
                    warn(
                        page.place(element),
                        "No attribute is called \"" + name + "\", and it has no effect.",
                        "Did you mean \"" + near + "\"?"));
      }
    }
    if (script.source().isPresent() && !isComment(script.code())) {
      diagnostics.add(
          Diagnostic.error(
              "bad-python-element",
              page.place(element),
              "This element has code of its own and \"" + script.source().get() + "\" besides.",
              "Keep one of the two."));
    }
    script.attribute("target").ifPresent(target -> target(element, "target", target));
    if (script.kind() == PythonScript.Kind.SCRIPT && element.hasAttr("output")) {
      warn(page.place(element), "\"output\" has no effect here.", "Write: target=\"…\".");
    }
    if (script.kind() == PythonScript.Kind.EDITOR) {
      script.attribute("output").ifPresent(id -> target(element, "output", id));
    }
  }

  private static boolean isComment(String code) {
    return code.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  /** A page may make the element later, so that this is no error. */
  private void target(Element element, String attribute, String target) {
    boolean isId = target.matches("#?[\\w-]+");
    String id = target.startsWith("#") ? target.substring(1) : target;
    if (isId
        && page.tree().getElementById(id) == null
        && page.tree().select(selector(id)).isEmpty()) {
      Set<String> ids = new TreeSet<>();
      page.tree().select("[id]").forEach(each -> ids.add(each.id()));
      warn(
          page.place(element, attribute),
          "This page has no element with the id \"" + id + "\".",
          Nearest.to(id, ids)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Add one, or a script that makes it before Python starts."));
    }
  }

  /** A target may be a selector as well, such as the name of an element. */
  private static String selector(String id) {
    return id.matches("[a-zA-Z][\\w-]*") ? id : "[id=" + id + "]";
  }

  private void type(Element script) {
    String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
    if (type.isEmpty() || TYPES.contains(type)) {
      return;
    }
    Optional<String> meant =
        OTHER_NAMES.contains(type)
            ? Optional.of("py")
            : type.contains("py") ? Nearest.to(type, TYPES) : Optional.empty();
    meant.ifPresent(
        near ->
            warn(
                page.place(script, "type"),
                "A script of the type \"" + type + "\" does not run.",
                "Did you mean \"" + near + "\"?"));
  }

  private void warn(Location where, String message, String remedy) {
    diagnostics.add(Diagnostic.warning("bad-python-element", where, message, remedy));
  }
}
