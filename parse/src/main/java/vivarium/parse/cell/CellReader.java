package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;
import vivarium.parse.attributes.Braces.Word;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;
import vivarium.parse.yaml.Yaml;
import vivarium.parse.yaml.YamlReader;
import vivarium.parse.yaml.YamlResult;

/** Makes a cell of a fence and the code in it. */
final class CellReader {
  private final Findings findings;
  private final CellNames names;

  CellReader(Findings findings, CellNames names) {
    this.findings = findings;
    this.names = names;
  }

  Cell read(FenceLine fence, OpeningLine opening, Fragment code, Span span) {
    OptionCollector options = new OptionCollector(findings);
    boolean isMyst = fence.name().equals("code-cell");
    if (fence.braced() && fence.name().startsWith("pyodide")) {
      options.wantsRun();
    }
    fence.steps().ifPresent(steps -> options.steps(steps.steps(), opening.at(steps.offset())));
    for (Word word : fence.words()) {
      take(word, opening, options);
    }
    if (!isMyst) {
      fence.rest().forEach(rest -> refuse(rest, opening));
    }
    boolean isIpython = fence.braced() && !fence.name().startsWith("pyodide");
    CellText text =
        new CellText(code, isMyst, isIpython, opening.at(0), span, Outputs.NONE, Optional.empty());
    return finish(text, options);
  }

  /** Makes a cell of code whose options are those in {@code options} and in the code's own top. */
  Cell finish(CellText text, OptionCollector options) {
    Fragment code = text.code();
    Optional<CellTop> top = CellTop.of(code, text.isMyst());
    top.ifPresent(found -> take(found.yaml(), options));
    int first = top.map(CellTop::lines).orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = first; i < code.lineCount(); i++) {
      lines.add(code.line(i));
    }
    if (text.isIpython()) {
      Optional<Integer> unknown = Magics.firstUnknownIn(lines);
      unknown.ifPresent(line -> notRun(code.location(first + line, 0), lines.get(line)));
      unknown.ifPresent(line -> options.isNotRun());
    }
    CellOptions wanted = options.options();
    String id = names.cell(options.id(), wanted, text.where());
    Span span = text.span();
    int sourceLine =
        first < code.lineCount()
            ? code.location(first, 0).line()
            : Math.min(span.lastLine(), span.line() + 1);
    LineSteps steps =
        options
            .steps()
            .map(found -> StepCheck.within(found, lines.size(), findings))
            .orElse(LineSteps.NONE);
    return new Cell(
        id,
        String.join("\n", lines),
        sourceLine,
        wanted,
        steps,
        text.outputs(),
        text.recorded(),
        span);
  }

  private void notRun(Location where, String line) {
    findings.warning(
        "magic-not-run",
        where,
        "The line "
            + Findings.quoted(line.strip())
            + " needs IPython or a shell, so this cell does not run.",
        "Write Python in its place, or leave the cell as it is: it is shown with what it recorded.");
  }

  private void take(Word word, OpeningLine opening, OptionCollector options) {
    Location where = opening.at(word.offset());
    switch (word.kind()) {
      case ID -> options.id(word.name());
      case FLAG -> options.flag(word.name(), where);
      case PAIR -> options.pair(word.name(), word.value(), where, opening.at(word.valueOffset()));
      case CLASS -> {
        if (CellWords.flag(word.name()).isPresent()) {
          findings.warning(
              "unknown-option",
              where,
              "The dot makes \"." + word.name() + "\" a class.",
              "Write " + word.name() + " without the dot.");
        }
      }
    }
  }

  private void refuse(FenceLine.Rest rest, OpeningLine opening) {
    findings.warning(
        "bad-fence",
        opening.at(rest.offset()),
        Findings.quoted(rest.word()) + " stands outside braces and says nothing.",
        "Write options in braces, as in ```python {run}.");
  }

  private void take(Fragment yaml, OptionCollector options) {
    YamlResult result = YamlReader.read(yaml);
    if (result instanceof YamlResult.Fault fault) {
      bad(fault.where(), fault.message());
    } else if (result instanceof YamlResult.Read read && read.value().isPresent()) {
      if (read.value().get() instanceof Yaml.Mapping mapping) {
        mapping.entries().forEach(entry -> take(entry, options));
      } else {
        bad(read.value().get().where(), "This is no key with a value.");
      }
    }
  }

  private void bad(Location where, String message) {
    findings.warning(
        "bad-cell-options", where, message, "Write options as in #| key: value, one a line.");
  }

  static void take(Yaml.Entry entry, OptionCollector options) {
    if (entry.value() instanceof Yaml.Scalar scalar) {
      options.pair(
          entry.key(), scalar.isNull() ? "" : scalar.text(), entry.where(), scalar.where());
    } else if (entry.value() instanceof Yaml.Sequence sequence) {
      List<String> items =
          sequence.items().stream()
              .filter(Yaml.Scalar.class::isInstance)
              .map(item -> ((Yaml.Scalar) item).text())
              .toList();
      if (entry.key().equals("tags")) {
        options.tags(items);
      } else {
        String text = items.stream().collect(Collectors.joining(" "));
        options.pair(entry.key(), text, entry.where(), sequence.where());
      }
    } else {
      options.pair(entry.key(), "{}", entry.where(), entry.value().where());
    }
  }
}
