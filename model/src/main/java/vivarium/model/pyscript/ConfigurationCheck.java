package vivarium.model.pyscript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Nearest;
import vivarium.model.json.Json;
import vivarium.model.pyscript.ConfigurationKey.Form;

/**
 * Looks for mistakes in a configuration: values of another kind than the key has, which stop
 * Python, and names that are almost those of keys. A key of another name is the author's own.
 */
public final class ConfigurationCheck {
  /** Keys of PyScript before 2023, and what does their work now. */
  private static final Map<String, String> OLD_KEYS =
      Map.of(
          "paths", "Name the files in a table: files = {\"./data.csv\" = \"data.csv\"}.",
          "runtimes", "Write: interpreter = \"URL of pyodide.mjs\".",
          "interpreters", "Write: interpreter = \"URL of pyodide.mjs\".",
          "execution_thread", "Give the script the attribute worker.",
          "autoclose_loader", "Leave it out: there is no loader.",
          "splashscreen", "Leave it out, and show what you like until the event py:ready.",
          "terminal", "Give the script the attribute terminal.");

  private static final List<String> PLUGINS =
      List.of(
          "codemirror",
          "deprecations-manager",
          "donkey",
          "error",
          "py-editor",
          "py-game",
          "py-terminal");
  private static final List<String> CACHES = List.of("never", "passthrough", "all");
  private static final List<String> THREADS = List.of("main", "worker");
  private static final List<String> FETCHED = List.of("from", "files", "to_folder", "to_file");
  private static final List<String> KEYS =
      Arrays.stream(ConfigurationKey.values()).map(ConfigurationKey::key).toList();

  private final List<ConfigurationProblem> problems = new ArrayList<>();

  private ConfigurationCheck() {}

  /** The mistakes in a configuration, in its order. */
  public static List<ConfigurationProblem> of(Json configuration) {
    ConfigurationCheck check = new ConfigurationCheck();
    if (configuration instanceof Json.Obj object) {
      object.members().forEach(check::member);
    } else {
      check.error("", "A configuration is a table of keys.", "Write: packages = [\"one\"].");
    }
    return check.problems;
  }

  private void member(String key, Json value) {
    Optional<ConfigurationKey> known = ConfigurationKey.of(key);
    if (known.isEmpty()) {
      unknown(key);
    } else if (form(key, known.get().form(), value)) {
      inside(known.get(), value);
    }
  }

  private void unknown(String key) {
    Optional<String> old = Optional.ofNullable(OLD_KEYS.get(key));
    if (old.isPresent()) {
      warning(key, "PyScript no longer knows the key \"" + key + "\".", old.get());
      return;
    }
    Nearest.to(key, KEYS)
        .ifPresent(
            near ->
                warning(
                    key,
                    "No key is called \"" + key + "\", and it has no effect.",
                    "Did you mean \"" + near + "\"? If not, choose a name less like it."));
  }

  /** Whether a value has the form that its key wants. */
  private boolean form(String key, Form form, Json value) {
    boolean isRight =
        switch (form) {
          case ANY -> true;
          case TEXT -> value instanceof Json.Str;
          case TRUTH -> value instanceof Json.Bool;
          case NUMBER -> value instanceof Json.Num;
          case TEXTS, TABLES -> value instanceof Json.Arr;
          case TABLE, TABLE_OF_TEXTS -> value instanceof Json.Obj;
        };
    if (!isRight) {
      error(
          key,
          "\"" + key + "\" is " + kind(value) + ", and has to be " + form.description() + ".",
          "Write: " + key + " = " + example(key, form, value) + ".");
    }
    return isRight;
  }

  /** What the author probably meant, or else any value of the form. */
  private static String example(String key, Form form, Json value) {
    if (form == Form.TEXTS && value instanceof Json.Str one) {
      return Json.of(List.of(one)).text();
    }
    if (form == Form.TABLE_OF_TEXTS && value instanceof Json.Str one) {
      return table(List.of(one));
    }
    boolean isList =
        value instanceof Json.Arr list
            && list.items().stream().allMatch(ConfigurationCheck::isText);
    if (form == Form.TABLE_OF_TEXTS
        && isList
        && value instanceof Json.Arr list
        && !list.items().isEmpty()) {
      return table(list.items());
    }
    if (form == Form.TRUTH && value instanceof Json.Str text && text.value().equals("false")) {
      return "false";
    }
    if (key.equals(ConfigurationKey.JS_MODULES.key())) {
      return "{main = {\"./module.js\" = \"module\"}}";
    }
    return form.example();
  }

  private static String table(List<Json> files) {
    return files.stream()
        .map(file -> file.text() + " = \"\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static boolean isText(Json value) {
    return value instanceof Json.Str;
  }

  private void inside(ConfigurationKey key, Json value) {
    if (key.form() == Form.TEXTS && value instanceof Json.Arr list) {
      texts(key.key(), list.items());
    }
    switch (key) {
      case FILES -> tableOfTexts(key.key(), value);
      case FETCH -> fetch(value);
      case JS_MODULES -> modules(value);
      case PACKAGES_CACHE -> oneOf(key.key(), value, CACHES);
      case PLUGINS -> plugins(value);
      default -> {
        // Nothing inside that could be wrong.
      }
    }
  }

  private void texts(String key, List<Json> items) {
    for (int i = 0; i < items.size(); i++) {
      if (!isText(items.get(i))) {
        error(
            key + "[" + i + "]",
            "An item of \"" + key + "\" is " + kind(items.get(i)) + ", and has to be a text.",
            "Put it into quotation marks.");
      }
    }
  }

  private void tableOfTexts(String key, Json value) {
    if (value instanceof Json.Obj table) {
      table
          .members()
          .forEach(
              (name, item) -> {
                if (!isText(item)) {
                  error(
                      key + ".\"" + name + "\"",
                      "\""
                          + name
                          + "\" is given "
                          + kind(item)
                          + ", and needs a text: where the file"
                          + " is to be in Python's folder.",
                      "Write: \"" + name + "\" = \"\", which keeps its name.");
                }
              });
    }
  }

  private void fetch(Json value) {
    if (!(value instanceof Json.Arr list)) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String path = "fetch[" + i + "]";
      if (list.items().get(i) instanceof Json.Obj table) {
        table.members().keySet().forEach(name -> name(path, name, FETCHED));
      } else {
        error(path, "An item of \"fetch\" has to be a table.", "Write: [[fetch]].");
      }
    }
  }

  private void modules(Json value) {
    if (!(value instanceof Json.Obj threads)) {
      return;
    }
    threads
        .members()
        .forEach(
            (thread, modules) -> {
              String path = "js_modules." + thread;
              if (!THREADS.contains(thread)) {
                error(
                    "js_modules",
                    "\"js_modules\" has tables for \"main\" and \"worker\", and this is \""
                        + thread
                        + "\".",
                    "Write: [js_modules.main], or [js_modules.worker].");
              } else if (!(modules instanceof Json.Obj)) {
                error(
                    path,
                    "\"" + path + "\" is " + kind(modules) + ", and has to be a table.",
                    "Write: " + path + " = {\"./module.js\" = \"module\"}.");
              }
            });
  }

  private void plugins(Json value) {
    if (value instanceof Json.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Json.Str plugin) {
          String name =
              plugin.value().startsWith("!") ? plugin.value().substring(1) : plugin.value();
          name("plugins[" + i + "]", name, PLUGINS);
        }
      }
    }
  }

  private void oneOf(String key, Json value, List<String> known) {
    if (value instanceof Json.Str text) {
      name(key, text.value(), known);
    }
  }

  /** Warns of a name that is none of a fixed list. */
  private void name(String path, String name, List<String> known) {
    if (!known.contains(name)) {
      String choices =
          known.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
      warning(
          path,
          "\"" + name + "\" is not known here, and has no effect.",
          Nearest.to(name, known)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("There are " + choices + "."));
    }
  }

  private static String kind(Json value) {
    if (value instanceof Json.Obj) {
      return "a table";
    }
    if (value instanceof Json.Arr) {
      return "a list";
    }
    if (value instanceof Json.Str) {
      return "a text";
    }
    if (value instanceof Json.Num) {
      return "a number";
    }
    return value instanceof Json.Bool ? "true or false" : "nothing";
  }

  private void error(String path, String message, String remedy) {
    problems.add(new ConfigurationProblem(path, message, remedy, true));
  }

  private void warning(String path, String message, String remedy) {
    problems.add(new ConfigurationProblem(path, message, remedy, false));
  }
}
