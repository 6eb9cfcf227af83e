package vivarium.parse.yaml;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what the YAML parser stumbled over, in a sentence an author understands. */
final class YamlProblem {
  private YamlProblem() {}

  static String sentence(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem().strip();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.contains("mapping values are not allowed")) {
      return "There is a second colon in this line.";
    }
    if (problem.contains("found unexpected end of stream") && context.contains("quoted")) {
      return "A quotation mark is not closed.";
    }
    if (problem.contains("could not find expected ':'")) {
      return "This line is no key with a value: it has no colon.";
    }
    if (problem.contains("'\\t'") || problem.toLowerCase(Locale.ROOT).contains("tab")) {
      return "YAML is indented with spaces, and this is a tab.";
    }
    if (problem.contains("expected ',' or ']'")) {
      return "A list in square brackets is not closed.";
    }
    if (problem.contains("expected ',' or '}'")) {
      return "A mapping in braces is not closed.";
    }
    return problem.isEmpty() ? "This is not YAML." : "This is not YAML: " + problem + ".";
  }
}
