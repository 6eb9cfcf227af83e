package vivarium.site.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.LineSteps;
import vivarium.model.output.Outputs;
import vivarium.model.text.Texts;
import vivarium.site.plan.CellLook;

/** Writes code and cells. */
final class CodeRenderer {
  private final Html out;
  private final Typesetter typesetter;
  private final OutputRenderer outputs;

  /** The cells whose outputs stand elsewhere, by the ids of the elements there. */
  private final Map<String, List<Cell>> places;

  /** Whether steps are something to step through. */
  private final boolean inDeck;

  CodeRenderer(
      Html out,
      Typesetter typesetter,
      Mathematics mathematics,
      Map<String, List<Cell>> places,
      Texts texts,
      boolean inDeck) {
    this.out = out;
    this.typesetter = typesetter;
    this.outputs = new OutputRenderer(typesetter, mathematics, texts);
    this.places = places;
    this.inDeck = inDeck;
  }

  Html code(Block.Code code) {
    return code(code.language(), code.code(), code.steps());
  }

  /** A cell that is shown and that a reader cannot run, with what it wrote. */
  Html codeOf(Cell cell) {
    if (cell.outputs().isEmpty()) {
      return code("python", cell.source() + "\n", cell.steps());
    }
    CellLook look = CellLook.of(cell);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "viv-shown");
    look.output().ifPresent(output -> attributes.put("data-output", output));
    out.line().open("div", attributes);
    code("python", cell.source() + "\n", cell.steps());
    // A link to a line needs a cell that it can lead to.
    outputAt(cell, cell.outputs().withoutPlaces(), look, new LinkedHashMap<>());
    return out.close("div").line();
  }

  Html live(Cell cell) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("id", cell.id());
    attributes.put("state", "static");
    boolean isPrompt = cell.options().has(CellOptions.Flag.REPL);
    boolean runsByItself = cell.options().has(CellOptions.Flag.AUTORUN);
    flag(isPrompt, "data-repl", attributes);
    if (isPrompt) {
      attributes.put("data-toolbar", "run");
    }
    // What a prompt holds, a reader enters; a link may do so for them where the author says it.
    flag(runsByItself, isPrompt ? "data-run-links" : "data-autorun", attributes);
    flag(cell.options().has(CellOptions.Flag.READONLY), "data-readonly", attributes);
    flag(cell.isSetup(), "data-setup", attributes);
    flag(cell.options().has(CellOptions.Flag.APPEND), "data-append", attributes);
    cell.options()
        .value(CellOptions.Key.TOOLBAR)
        .ifPresent(buttons -> attributes.put("data-toolbar", buttons));
    flag(cell.options().has(CellOptions.Flag.HIDDEN), "hidden", attributes);
    cell.options().value(CellOptions.Key.ENV).ifPresent(env -> attributes.put("data-env", env));
    cell.options()
        .value(CellOptions.Key.TIMELIMIT)
        .ifPresent(seconds -> attributes.put("data-timelimit", seconds));
    cell.options().value(CellOptions.Key.FIG).ifPresent(fig -> attributes.put("data-fig", fig));
    CellLook look = CellLook.of(cell);
    look.output().ifPresent(output -> attributes.put("data-output", output));
    putSteps(cell.steps(), attributes);
    look.height().ifPresent(height -> attributes.put("style", "--viv-height: " + height));
    out.line().open("viv-cell", attributes).raw("<pre class=\"viv-source\">");
    highlighted("python", cell.source(), cell.steps());
    out.close("pre");
    steps(cell.steps());
    outputAt(cell, cell.outputs(), look, announced());
    return out.close("viv-cell").line();
  }

  /**
   * The outputs of the cells whose place this element is.
   *
   * @param id the element's id
   */
  Html outputsAt(String id) {
    for (Cell cell : places.getOrDefault(id, List.of())) {
      Map<String, String> attributes = announced();
      attributes.put("data-output-of", cell.id());
      output(cell, cell.outputs(), CellLook.of(cell), attributes);
    }
    return out;
  }

  private static Map<String, String> announced() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("aria-live", "polite");
    return attributes;
  }

  /** Writes what a cell wrote here, unless it has its place elsewhere. */
  private void outputAt(Cell cell, Outputs wrote, CellLook look, Map<String, String> more) {
    if (look.elsewhere().filter(places::containsKey).isEmpty()) {
      output(cell, wrote, look, more);
    }
  }

  /** What a cell wrote; of one that runs unseen, nothing. In a deck it may wait for a step. */
  private void output(Cell cell, Outputs wrote, CellLook look, Map<String, String> more) {
    boolean unseen = cell.options().has(CellOptions.Flag.HIDDEN);
    String html = unseen ? "" : outputs.html(wrote);
    boolean waits = inDeck && look.isStep() && !html.isEmpty();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", waits ? "viv-output fragment" : "viv-output");
    attributes.putAll(more);
    out.open("div", attributes).raw(html).close("div");
  }

  private Html code(String language, String code, LineSteps steps) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "viv-code");
    putSteps(steps, attributes);
    out.line().open("pre", attributes);
    highlighted(language, code, steps);
    out.close("pre");
    steps(steps);
    return out.line();
  }

  private void highlighted(String language, String code, LineSteps steps) {
    String html = typesetter.highlight(language, code);
    out.open("code", language.isEmpty() ? Map.of() : Map.of("class", "language-" + language));
    out.raw(steps.steps().isEmpty() ? html : CodeLines.wrap(html)).close("code");
  }

  private void steps(LineSteps steps) {
    if (inDeck) {
      out.raw(CodeLines.fragments(steps));
    }
  }

  private static void putSteps(LineSteps steps, Map<String, String> attributes) {
    if (!steps.steps().isEmpty()) {
      attributes.put("data-steps", CodeLines.text(steps));
    }
  }

  private static void flag(boolean given, String name, Map<String, String> attributes) {
    if (given) {
      attributes.put(name, "");
    }
  }
}
