package vivarium.parse.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Location;
import vivarium.parse.source.Findings;
import vivarium.parse.yaml.Yaml;

/** Reads the values of front matter, and says which have the wrong shape. */
final class Values {
  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  /** A text; empty when there is none. */
  Optional<String> text(Yaml.Entry entry) {
    if (entry.value() instanceof Yaml.Scalar scalar) {
      return scalar.isNull() || scalar.text().isBlank()
          ? Optional.empty()
          : Optional.of(scalar.text().strip());
    }
    wrong(entry, "a text", "Write " + entry.key() + ": text");
    return Optional.empty();
  }

  /** A list of texts; a single text is a list of one. */
  List<String> texts(Yaml.Entry entry) {
    List<String> texts = new ArrayList<>();
    if (entry.value() instanceof Yaml.Sequence sequence) {
      for (Yaml item : sequence.items()) {
        if (item instanceof Yaml.Scalar scalar) {
          add(scalar, texts);
        } else {
          wrongItem(entry.key(), item.where());
        }
      }
    } else if (entry.value() instanceof Yaml.Scalar scalar) {
      add(scalar, texts);
    } else {
      wrong(entry, "a list", "Write " + entry.key() + ": [one, two]");
    }
    return texts;
  }

  /** Names of people: texts, or mappings with a name as Quarto and MyST have them. */
  List<String> names(Yaml.Entry entry) {
    List<String> names = new ArrayList<>();
    if (entry.value() instanceof Yaml.Sequence sequence) {
      sequence.items().forEach(item -> name(entry.key(), item, names));
    } else {
      name(entry.key(), entry.value(), names);
    }
    return names;
  }

  private void name(String key, Yaml value, List<String> names) {
    if (value instanceof Yaml.Scalar scalar) {
      add(scalar, names);
      return;
    }
    Optional<Yaml> name =
        value instanceof Yaml.Mapping mapping ? member(mapping, "name") : Optional.empty();
    if (name.isPresent() && name.get() instanceof Yaml.Scalar scalar) {
      add(scalar, names);
    } else if (name.isPresent() && name.get() instanceof Yaml.Mapping parts) {
      List<String> words = new ArrayList<>();
      for (String part : List.of("literal", "given", "family")) {
        if (member(parts, part).orElse(null) instanceof Yaml.Scalar word) {
          add(word, words);
        }
      }
      names.add(String.join(" ", words));
    } else {
      wrongItem(key, value.where());
    }
  }

  static Optional<Yaml> member(Yaml.Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Yaml.Entry::value)
        .findFirst();
  }

  private static void add(Yaml.Scalar scalar, List<String> texts) {
    if (!scalar.isNull() && !scalar.text().isBlank()) {
      texts.add(scalar.text().strip());
    }
  }

  void wrong(Yaml.Entry entry, String wanted, String remedy) {
    findings.error(
        "wrong-type",
        entry.value().where(),
        "The key \"" + entry.key() + "\" takes " + wanted + ".",
        remedy);
  }

  private void wrongItem(String key, Location where) {
    findings.error(
        "wrong-type",
        where,
        "This is no text, which \"" + key + "\" consists of.",
        "Write " + key + ": [one, two]");
  }
}
