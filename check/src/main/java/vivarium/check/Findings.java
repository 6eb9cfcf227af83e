package vivarium.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.FrontMatter.Format;
import vivarium.site.Build;
import vivarium.site.plan.Plan;

/** Puts together what was found in different ways. */
final class Findings {
  /** What makes two diagnostics the same, however grave each is. */
  private record Key(String code, Location where) {
    static Key of(Diagnostic diagnostic) {
      return new Key(diagnostic.code(), diagnostic.where());
    }
  }

  private Findings() {}

  static Checked collect(
      List<DocumentCheck.Result> results, Optional<Build> build, List<Diagnostic> overflows) {
    List<Diagnostic> built =
        build.map(Build::diagnostics).orElse(List.of()).stream().map(DeadLinks::asError).toList();
    List<CheckedDocument> documents = new ArrayList<>();
    for (DocumentCheck.Result result : results) {
      boolean ofSite = build.isPresent() && Sources.isBuilt(result.path());
      List<Diagnostic> text = ofSite ? of(result.path(), built) : result.parsing();
      documents.add(document(result, text, of(result.path(), overflows)));
    }
    Set<String> paths =
        results.stream()
            .map(DocumentCheck.Result::path)
            .filter(Sources::isBuilt)
            .collect(Collectors.toSet());
    List<Finding> others =
        built.stream()
            .filter(diagnostic -> !paths.contains(diagnostic.where().path()))
            .map(Finding::of)
            .toList();
    return new Checked(documents, others);
  }

  /** A build that runs cells tells of them as well; what the check says of them is what counts. */
  private static CheckedDocument document(
      DocumentCheck.Result result, List<Diagnostic> text, List<Diagnostic> overflows) {
    Set<Key> said =
        result.running().stream()
            .map(finding -> Key.of(finding.diagnostic()))
            .collect(Collectors.toSet());
    List<Finding> all = new ArrayList<>(result.running());
    text.stream()
        .filter(diagnostic -> !said.contains(Key.of(diagnostic)))
        .map(Finding::of)
        .forEach(all::add);
    overflows.stream().map(Finding::of).forEach(all::add);
    all.sort(
        Comparator.comparing((Finding finding) -> finding.diagnostic().where())
            .thenComparing(finding -> finding.diagnostic().code()));
    boolean deck =
        Sources.isBuilt(result.path())
            && result.document().stream()
                .anyMatch(document -> Plan.of(document).formats().contains(Format.SLIDES));
    return new CheckedDocument(result.path(), result.cells(), deck, all);
  }

  private static List<Diagnostic> of(String path, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.where().path().equals(path))
        .toList();
  }
}
