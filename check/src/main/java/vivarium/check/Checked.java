package vivarium.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What came of a check.
 *
 * @param documents in the order of the site
 * @param others what was found that is about none of the documents, sorted by place
 */
public record Checked(List<CheckedDocument> documents, List<Finding> others) {
  public Checked {
    documents = List.copyOf(documents);
    others = List.copyOf(others);
  }

  /** Everything that was found. */
  public List<Finding> findings() {
    return Stream.concat(
            documents.stream().flatMap(document -> document.findings().stream()), others.stream())
        .toList();
  }

  /** The same with other names for the files. */
  Checked named(UnaryOperator<String> names) {
    return new Checked(
        documents.stream().map(document -> document.named(names)).toList(),
        others.stream().map(finding -> finding.named(names)).toList());
  }

  /** Whether nothing is wrong; warnings may have been found. */
  public boolean isFine() {
    return findings().stream().noneMatch(finding -> finding.diagnostic().isError());
  }

  /** How many cells were to run. */
  public int cells() {
    return documents.stream().mapToInt(document -> document.cells().size()).sum();
  }
}
