package vivarium.tests.pyscript;

import java.util.List;

/**
 * What became of a page, in its normal form: lines that are compared one by one. First what
 * happened, in order, then what workers wrote to the console, then the body.
 */
record Observation(List<String> lines) {
  Observation {
    lines = List.copyOf(lines);
  }

  /** The lines as a text, for people. */
  String text() {
    return String.join("\n", lines) + "\n";
  }
}
