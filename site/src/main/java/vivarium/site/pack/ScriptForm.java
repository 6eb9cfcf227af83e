package vivarium.site.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.text.Message;
import vivarium.site.language.PageLanguage;

/**
 * The form in which a script's page asks for its arguments, so that it is there before Python is.
 * {@code script.js} makes the same form of code that a reader has changed.
 */
final class ScriptForm {
  /** The names of fields that belong to no argument. */
  private static final String LINE = " rest";

  private static final String COMMAND = " command";

  private static final String TYPED = " autocomplete=\"off\" spellcheck=\"false\"";

  private final Script script;
  private final PageLanguage language;

  /**
   * @param tag the page's language
   */
  ScriptForm(Script script, String tag) {
    this.script = script;
    this.language = PageLanguage.of(tag, Map.of());
  }

  /** The form, and what its script is told. */
  String html(String cell) {
    String rows = script.asked().map(this::rows).orElse("");
    JsonObject told = JsonObject.empty().with("code", script.code());
    return "<form class=\"viv-script-form\" novalidate=\"\"><fieldset class=\"viv-script-fields\""
        + (rows.isEmpty() ? " hidden=\"\"" : "")
        + ">"
        + rows
        + "</fieldset>"
        + bar(cell)
        + "</form>\n<script type=\"application/json\" id=\"viv-script-asked\">"
        + Addresses.inScript(
            script.asked().map(asked -> told.with("asked", asked.build())).orElse(told))
        + "</script>\n";
  }

  private String bar(String cell) {
    return "<div class=\"viv-script-bar\">"
        + button("type=\"submit\" class=\"viv-script-run\"", Message.RUN)
        + button("type=\"button\" class=\"viv-script-stop\" hidden=\"\"", Message.STOP)
        + button("type=\"button\" data-action=\"files\"", Message.FILES)
        + button(
            "type=\"button\" aria-expanded=\"false\" aria-controls=\"" + escaped(cell) + "\"",
            Message.SCRIPT_CODE)
        + "</div>";
  }

  /** Nothing happens before the page's scripts are there. */
  private String button(String attributes, Message text) {
    return "<button " + attributes + " disabled=\"\">" + said(text) + "</button>";
  }

  private String rows(JsonObject asked) {
    StringBuilder rows = new StringBuilder();
    for (Json argument : asked.array("arguments")) {
      rows.append(row(JsonObject.of(argument), ""));
    }
    List<Json> commands = asked.array("commands");
    if (!commands.isEmpty()) {
      rows.append(choice(commands, asked.bool("must_choose")));
      for (int i = 0; i < commands.size(); i++) {
        rows.append(command(JsonObject.of(commands.get(i)), i == 0));
      }
    }
    if (asked.bool("rest")) {
      rows.append(labelled(said(Message.SCRIPT_ARGUMENTS), "", false, "text", input(LINE, TYPED)));
    }
    return rows.toString();
  }

  private static String row(JsonObject argument, String before) {
    String name = before + argument.string("flags");
    String usual = argument.string("default");
    boolean isRequired = argument.bool("required");
    List<Json> choices = argument.array("choices");
    String required = isRequired ? " required=\"\"" : "";
    String field;
    String type;
    if (argument.bool("switch")) {
      type = "checkbox";
      field =
          "<input type=\"checkbox\" name=\""
              + escaped(name)
              + "\""
              + (usual.equals("on") ? " checked=\"\"" : "")
              + ">";
    } else if (!choices.isEmpty() && !argument.bool("many")) {
      type = "select-one";
      field =
          "<select name=\""
              + escaped(name)
              + "\""
              + required
              + ">"
              + (isRequired || !usual.isEmpty() ? "" : "<option value=\"\"></option>")
              + choices.stream()
                  .map(each -> ((Json.Str) each).value())
                  .map(each -> option(each, each.equals(usual)))
                  .collect(Collectors.joining())
              + "</select>";
    } else {
      String number =
          argument.bool("many") || argument.bool("repeated") ? "" : argument.string("number");
      type = number.isEmpty() ? "text" : "number";
      String step =
          number.isEmpty()
              ? ""
              : " type=\"number\" step=\"" + (number.equals("int") ? "1" : "any") + "\"";
      String placeholder = usual.isEmpty() ? "" : " placeholder=\"" + escaped(usual) + "\"";
      field = input(name, required + TYPED + step + placeholder);
    }
    return labelled(
        escaped(argument.string("name")), argument.string("help"), isRequired, type, field);
  }

  private static String input(String name, String attributes) {
    return "<input name=\"" + escaped(name) + "\"" + attributes + ">";
  }

  private String choice(List<Json> commands, boolean mustChoose) {
    StringBuilder options = new StringBuilder(mustChoose ? "" : option("", false));
    for (int i = 0; i < commands.size(); i++) {
      options.append(option(JsonObject.of(commands.get(i)).string("name"), i == 0));
    }
    return labelled(
        said(Message.SCRIPT_COMMAND),
        "",
        false,
        "select-one",
        "<select name=\"" + COMMAND + "\">" + options + "</select>");
  }

  private static String command(JsonObject command, boolean isChosen) {
    String name = command.string("name");
    String help = command.string("help");
    return "<fieldset class=\"viv-script-command\" data-command=\""
        + escaped(name)
        + "\""
        + (isChosen ? "" : " hidden=\"\" disabled=\"\"")
        + ">"
        + (help.isEmpty() ? "" : "<p class=\"viv-script-help\">" + escaped(help) + "</p>")
        + command.array("arguments").stream()
            .map(each -> row(JsonObject.of(each), name + " "))
            .collect(Collectors.joining())
        + "</fieldset>";
  }

  private static String option(String value, boolean isSelected) {
    return "<option value=\""
        + escaped(value)
        + "\""
        + (isSelected ? " selected=\"\"" : "")
        + ">"
        + escaped(value)
        + "</option>";
  }

  private static String labelled(
      String name, String help, boolean isRequired, String type, String field) {
    return "<label data-type=\""
        + type
        + "\"><span class=\"viv-script-name\">"
        + name
        + (isRequired ? "<span aria-hidden=\"true\"> *</span>" : "")
        + "</span>"
        + field
        + (help.isEmpty() ? "" : "<span class=\"viv-script-help\">" + escaped(help) + "</span>")
        + "</label>";
  }

  private String said(Message message) {
    return escaped(language.texts().of(message));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
