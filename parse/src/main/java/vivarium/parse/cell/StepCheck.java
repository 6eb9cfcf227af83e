package vivarium.parse.cell;

import vivarium.model.document.LineSteps;
import vivarium.parse.source.Findings;

/** Says when steps name lines that the code does not have. */
final class StepCheck {
  private StepCheck() {}

  static LineSteps within(OptionCollector.Steps steps, int lines, Findings findings) {
    int last = LineStepReader.lastLine(steps.steps());
    if (last > lines) {
      findings.warning(
          "bad-line-steps",
          steps.where(),
          "There is no line "
              + last
              + ": the code has "
              + lines
              + (lines == 1 ? " line." : " lines."),
          "Lines are counted from 1, without the fence and its options.");
    }
    return steps.steps();
  }
}
