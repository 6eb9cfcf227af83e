package vivarium.parse.cell;

import java.util.Locale;
import vivarium.model.document.LineSteps;
import vivarium.parse.attributes.Braces.Kind;
import vivarium.parse.attributes.Braces.Word;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/** Reads what a fence says of code that is only shown: which lines to emphasise, and no more. */
final class ShownFence {
  private final OpeningLine opening;
  private final Findings findings;
  private final OptionCollector options;

  private ShownFence(OpeningLine opening, Findings findings) {
    this.opening = opening;
    this.findings = findings;
    this.options = new OptionCollector(findings);
  }

  /**
   * The lines to emphasise. What else is said goes to {@code findings}, but not for a name in
   * braces: those options are another tool's, and the name has had its warning.
   */
  static LineSteps steps(FenceLine fence, OpeningLine opening, Fragment code, Findings findings) {
    ShownFence shown = new ShownFence(opening, findings);
    fence
        .steps()
        .ifPresent(steps -> shown.options.steps(steps.steps(), opening.at(steps.offset())));
    for (Word word : fence.words()) {
      shown.take(word, fence.braced());
    }
    if (!fence.braced()) {
      fence.rest().forEach(shown::refuse);
    }
    return shown
        .options
        .steps()
        .map(found -> StepCheck.within(found, code.lineCount(), findings))
        .orElse(LineSteps.NONE);
  }

  private void take(Word word, boolean isBraced) {
    if (word.kind() == Kind.PAIR && word.name().equals("code-line-numbers")) {
      options.pair(
          word.name(), word.value(), opening.at(word.offset()), opening.at(word.valueOffset()));
    } else if (!isBraced && (word.kind() == Kind.FLAG || word.kind() == Kind.PAIR)) {
      report(word);
    }
  }

  private void report(Word word) {
    String name = word.name();
    if (CellWords.flag(name).isPresent() || CellWords.key(name).isPresent()) {
      findings.warning(
          "option-without-effect",
          opening.at(word.offset()),
          "The option " + Findings.quoted(name) + " has no effect: only Python runs.",
          "Take it out, or make the code Python.");
    } else if (CellWords.isWithoutEffect(name) || CellWords.foreignFlag(name).isPresent()) {
      findings.warnOnce(
          "option-without-effect",
          name.toLowerCase(Locale.ROOT),
          opening.at(word.offset()),
          "The option " + Findings.quoted(name) + " is known and has no effect here.",
          "Keep it if another tool needs it; else take it out.");
    } else {
      findings.warning(
          "unknown-option",
          opening.at(word.offset()),
          "There is no option " + Findings.quoted(name) + " for code that is shown.",
          "Take it out; lines to emphasise are written as in [1|2-3].");
    }
  }

  private void refuse(FenceLine.Rest rest) {
    findings.warning(
        "bad-fence",
        opening.at(rest.offset()),
        Findings.quoted(rest.word()) + " stands behind the language and says nothing.",
        "Take it out, or keep it if another tool needs it.");
  }
}
