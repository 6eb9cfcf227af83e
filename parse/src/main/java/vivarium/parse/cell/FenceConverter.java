package vivarium.parse.cell;

import java.util.Locale;
import java.util.Set;
import vivarium.model.document.Block;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/** Makes blocks of fenced code: cells of Python, mathematics, and code that is shown. */
public final class FenceConverter {
  private static final Set<String> PYTHON = Set.of("python", "py", "python3");
  private static final Set<String> BRACED_PYTHON =
      Set.of("python", "py", "python3", "ipython", "ipython3", "pyodide", "pyodide-python");

  /** What other tools run between braces and Vivarium cannot. */
  private static final Set<String> OTHER_LANGUAGES =
      Set.of(
          "r",
          "webr",
          "webr-r",
          "ojs",
          "julia",
          "bash",
          "sh",
          "zsh",
          "sql",
          "mermaid",
          "dot",
          "js",
          "javascript",
          "node",
          "ts",
          "typescript",
          "html",
          "css",
          "stan",
          "rcpp",
          "cpp",
          "c",
          "java",
          "rust",
          "go",
          "ruby",
          "perl",
          "fortran",
          "octave",
          "matlab",
          "haskell",
          "scala",
          "sas",
          "stata",
          "shinylive-python",
          "shinylive-r",
          "cell",
          "latex",
          "tex",
          "asis");

  /** MyST's names for code that is shown; the language follows the braces. */
  private static final Set<String> SHOWN = Set.of("code-block", "code", "sourcecode", "code_block");

  /** Pandoc's mark for HTML that is left as it is. */
  private static final String RAW_HTML = "{=html}";

  private final Findings findings;
  private final CellReader cells;
  private final boolean hasCells;

  /**
   * A converter for one document.
   *
   * @param hasCells whether Python is a cell; else it is shown
   */
  public FenceConverter(Findings findings, CellNames names, boolean hasCells) {
    this.findings = findings;
    this.cells = new CellReader(findings, names);
    this.hasCells = hasCells;
  }

  /**
   * Makes a block.
   *
   * @param language the first word behind the backticks, free of escapes
   * @param code the lines of the code
   * @param span the whole block
   */
  public Block convert(OpeningLine opening, String language, Fragment code, Span span) {
    FenceLine fence = FenceLineReader.read(opening.text(), opening.start());
    String name = fence.name().toLowerCase(Locale.ROOT);
    if (opening.text().substring(opening.start()).strip().equals(RAW_HTML)) {
      return new Block.RawHtml(code.text().stripTrailing(), span);
    }
    report(fence, opening);
    if (isPython(fence, name)) {
      return hasCells
          ? new Block.PythonCell(cells.read(fence, opening, code, span))
          : new Block.Code("python", code.text(), LineSteps.NONE, span);
    }
    if (name.equals("math")) {
      return new Block.DisplayMath(code.text().strip(), span);
    }
    if (fence.braced() && (name.equals("figure") || name.equals("image"))) {
      return Figure.read(fence, code, span);
    }
    String shown =
        fence.braced()
            ? bracedLanguage(fence, name, opening)
            : isClass(opening) ? name : bare(language);
    return new Block.Code(
        shown, code.text(), ShownFence.steps(fence, opening, code, findings), span);
  }

  private static boolean isPython(FenceLine fence, String name) {
    if (!fence.braced()) {
      return PYTHON.contains(name);
    }
    if (!name.equals("code-cell")) {
      return BRACED_PYTHON.contains(name);
    }
    return fence.rest().isEmpty()
        || BRACED_PYTHON.contains(fence.rest().get(0).word().toLowerCase(Locale.ROOT));
  }

  private String bracedLanguage(FenceLine fence, String name, OpeningLine opening) {
    String rest = fence.rest().isEmpty() ? "" : fence.rest().get(0).word().toLowerCase(Locale.ROOT);
    if (SHOWN.contains(name)) {
      return rest;
    }
    String language = name.equals("code-cell") ? rest : name;
    if (name.equals("code-cell") || OTHER_LANGUAGES.contains(name)) {
      findings.warnOnce(
          "language-not-run",
          language,
          opening.at(opening.start()),
          "Code in \"" + language + "\" is shown and cannot run: Vivarium runs Python.",
          "Write ```" + language + " without braces to show it.");
      return language.startsWith("webr") ? "r" : language;
    }
    findings.warnOnce(
        "unknown-directive",
        name,
        opening.at(opening.start()),
        "There is no directive {" + name + "}, so its text is shown as it is.",
        "Use Markdown in its place.");
    return "";
  }

  /** Whether the language is a class in braces, as Pandoc has it. */
  private static boolean isClass(OpeningLine opening) {
    return opening.text().substring(opening.start()).strip().matches("\\{[^{].*");
  }

  /**
   * A language without the doubled braces with which Quarto shows a fence instead of running it.
   */
  private static String bare(String language) {
    String lower = language.toLowerCase(Locale.ROOT);
    boolean isDoubled = lower.startsWith("{{") && lower.endsWith("}}") && lower.length() > 4;
    return isDoubled ? lower.substring(2, lower.length() - 2) : lower;
  }

  private void report(FenceLine fence, OpeningLine opening) {
    for (FenceLine.Fault fault : fence.faults()) {
      findings.warning(fault.code(), opening.at(fault.offset()), fault.message(), fault.remedy());
    }
  }
}
