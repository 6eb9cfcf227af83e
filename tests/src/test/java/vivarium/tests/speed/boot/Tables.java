package vivarium.tests.speed.boot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The results as Markdown: for each link a table of each family of subjects. */
final class Tables {
  private static final double KILOBYTE = 1000;
  private static final double MEBIBYTE = 1024 * 1024;

  private final Results results;

  Tables(Results results) {
    this.results = results;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (String link : results.links()) {
      text.append("### ").append(link).append("\n\n");
      for (String reference : references()) {
        text.append(table(link, reference)).append("\n");
      }
      text.append(restarts(link));
    }
    return text.toString();
  }

  private List<String> references() {
    LinkedHashSet<String> references = new LinkedHashSet<>();
    results.subjects().forEach(subject -> references.add(subject.reference()));
    return List.copyOf(references);
  }

  private String table(String link, String reference) {
    StringBuilder table =
        new StringBuilder(
            "| milliseconds, medians of "
                + results.rounds()
                + " | cold | ratio | warm | ratio | click | KB, cold | KB, warm"
                + " | requests, cold | MiB of memory |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    for (Subject subject : results.subjects()) {
      if (subject.reference().equals(reference)) {
        table.append("| ").append(String.join(" | ", row(link, subject))).append(" |\n");
      }
    }
    return table.toString();
  }

  private List<String> row(String link, Subject subject) {
    List<String> row = new ArrayList<>();
    row.add(subject.title());
    for (Function<Sample, Visit> visit :
        List.<Function<Sample, Visit>>of(Sample::cold, Sample::warm)) {
      row.add(whole(link, subject, Results.firstOutput(visit)));
      row.add(number("%.2f", results.ratio(link, subject, visit)));
    }
    row.add(whole(link, subject, s -> OptionalDouble.of(s.warm().click())));
    row.add(whole(link, subject, s -> OptionalDouble.of(s.cold().traffic().bytes() / KILOBYTE)));
    row.add(whole(link, subject, s -> OptionalDouble.of(s.warm().traffic().bytes() / KILOBYTE)));
    row.add(whole(link, subject, s -> OptionalDouble.of(s.cold().traffic().requests())));
    row.add(
        whole(
            link,
            subject,
            s -> s.cold().memory().stream().mapToDouble(bytes -> bytes / MEBIBYTE).findFirst()));
    return row;
  }

  private String restarts(String link) {
    StringBuilder text = new StringBuilder();
    for (Subject subject : results.subjects()) {
      Function<Sample, OptionalDouble> restart = sample -> sample.warm().restart();
      OptionalDouble median = results.median(link, subject.id(), restart);
      if (median.isPresent()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s: from Stop to Python ready again %s ms, at best %s ms.\n\n",
                subject.title(),
                number("%.0f", median),
                number("%.0f", results.best(link, subject.id(), restart))));
      }
    }
    return text.toString();
  }

  private String whole(String link, Subject subject, Function<Sample, OptionalDouble> value) {
    return number("%.0f", results.median(link, subject.id(), value));
  }

  private static String number(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }
}
