package vivarium.parse.frontmatter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vivarium.model.text.Message;
import vivarium.parse.source.Findings;
import vivarium.parse.yaml.Yaml;

/** Reads {@code strings:}, what pages say in words of the author's own. */
final class Strings {
  private static final List<String> KEYS =
      Arrays.stream(Message.values()).map(Message::key).toList();

  private Strings() {}

  /** The texts by their keys; what is no text of Vivarium's is warned of and left out. */
  static Map<String, String> read(Yaml.Entry entry, Values values, Findings findings) {
    Map<String, String> strings = new LinkedHashMap<>();
    if (!(entry.value() instanceof Yaml.Mapping mapping)) {
      values.wrong(entry, "keys with texts", "Write strings: {run: Go}");
      return strings;
    }
    for (Yaml.Entry string : mapping.entries()) {
      if (KEYS.contains(string.key())) {
        values.text(string).ifPresent(text -> strings.put(string.key(), text));
      } else {
        findings.warning(
            "unknown-value",
            string.where(),
            "There is no string " + Findings.quoted(string.key()) + ".",
            Findings.didYouMean(string.key(), KEYS, "The manual lists them under \"Words\"."));
      }
    }
    return strings;
  }
}
