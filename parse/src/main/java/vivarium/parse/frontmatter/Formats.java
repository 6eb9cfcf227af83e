package vivarium.parse.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.FrontMatter.Format;
import vivarium.parse.source.Findings;
import vivarium.parse.yaml.Yaml;

/** Reads {@code format:}, under Vivarium's names and Quarto's. */
final class Formats {
  private static final Map<String, Format> NAMES =
      Map.ofEntries(
          Map.entry("slides", Format.SLIDES),
          Map.entry("revealjs", Format.SLIDES),
          Map.entry("live-revealjs", Format.SLIDES),
          Map.entry("pyodide-revealjs", Format.SLIDES),
          Map.entry("page", Format.PAGE),
          Map.entry("html", Format.PAGE),
          Map.entry("live-html", Format.PAGE),
          Map.entry("pyodide-html", Format.PAGE),
          Map.entry("notebook", Format.NOTEBOOK),
          Map.entry("ipynb", Format.NOTEBOOK));

  private final Findings findings;
  private final List<Format> formats = new ArrayList<>();
  private boolean isIncremental;

  Formats(Findings findings) {
    this.findings = findings;
  }

  /** The formats, without repetition; empty when none is known. */
  List<Format> read(Yaml.Entry entry) {
    take(entry.value());
    return formats;
  }

  /** Whether a format's own options ask for lists that come item by item. */
  boolean isIncremental() {
    return isIncremental;
  }

  private void take(Yaml value) {
    if (value instanceof Yaml.Scalar scalar && !scalar.isNull()) {
      name(scalar.text(), scalar.where());
    } else if (value instanceof Yaml.Sequence sequence) {
      for (Yaml item : sequence.items()) {
        take(item);
      }
    } else if (value instanceof Yaml.Mapping mapping) {
      for (Yaml.Entry format : mapping.entries()) {
        name(format.key(), format.where());
        options(format.value());
      }
    }
  }

  private void options(Yaml value) {
    Optional<Yaml> incremental =
        value instanceof Yaml.Mapping options
            ? Values.member(options, "incremental")
            : Optional.empty();
    isIncremental |=
        incremental.isPresent()
            && incremental.get() instanceof Yaml.Scalar scalar
            && scalar.truth().orElse(false);
  }

  private void name(String name, Location where) {
    Format format = NAMES.get(name.strip().toLowerCase(Locale.ROOT));
    if (format == null) {
      findings.warning(
          "unknown-format",
          where,
          "There is no format " + Findings.quoted(name) + ".",
          Findings.didYouMean(name, NAMES.keySet(), "The formats are slides, page and notebook."));
    } else if (!formats.contains(format)) {
      formats.add(format);
    }
  }
}
