package vivarium.check.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vivarium.check.Checked;
import vivarium.check.CheckedDocument;
import vivarium.check.Finding;
import vivarium.execute.CellReport;
import vivarium.execute.CellReport.Status;
import vivarium.model.diagnostic.Diagnostic;

/**
 * A check in the format that JUnit's Ant task made common, which CI servers read: a suite for each
 * document, in it a test for its text and one for each of its cells.
 */
public final class JunitXml {
  private final StringBuilder out = new StringBuilder();

  private JunitXml() {}

  /** The file's content, to be written as UTF-8. */
  public static String of(Checked checked) {
    List<Suite> suites = new ArrayList<>();
    checked.documents().forEach(document -> suites.add(Suite.of(document)));
    if (!checked.others().isEmpty()) {
      Test site = new Test("site", "", 0, Duration.ZERO, false, checked.others());
      suites.add(new Suite("site", List.of(site)));
    }
    JunitXml xml = new JunitXml();
    xml.write(suites);
    return xml.out.toString();
  }

  private record Suite(String name, List<Test> tests) {
    static Suite of(CheckedDocument document) {
      List<Test> tests = new ArrayList<>();
      tests.add(new Test("text", document.path(), 0, Duration.ZERO, false, document.aboutNoCell()));
      for (CellReport report : document.cells()) {
        tests.add(
            new Test(
                report.cell().id(),
                document.path(),
                report.cell().sourceLine(),
                report.took(),
                report.status() == Status.NOT_REACHED,
                document.about(report)));
      }
      return new Suite(document.path(), tests);
    }
  }

  /**
   * A test.
   *
   * @param file the document; empty for none
   * @param line 1-based; 0 for the whole file
   */
  private record Test(
      String name, String file, int line, Duration took, boolean skipped, List<Finding> findings) {
    List<Finding> errors() {
      return findings.stream().filter(finding -> finding.diagnostic().isError()).toList();
    }

    List<Finding> warnings() {
      return findings.stream().filter(finding -> !finding.diagnostic().isError()).toList();
    }

    boolean failed() {
      return !errors().isEmpty();
    }

    boolean passedBy() {
      return skipped && !failed();
    }
  }

  private void write(List<Suite> suites) {
    List<Test> all = suites.stream().flatMap(suite -> suite.tests().stream()).toList();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"vivarium check\"");
    counts(all);
    out.append(">\n");
    for (Suite suite : suites) {
      out.append("  <testsuite");
      attribute("name", suite.name());
      counts(suite.tests());
      out.append(">\n");
      suite.tests().forEach(test -> test(suite, test));
      out.append("  </testsuite>\n");
    }
    out.append("</testsuites>\n");
  }

  private void counts(List<Test> tests) {
    attribute("tests", Integer.toString(tests.size()));
    attribute("failures", Long.toString(tests.stream().filter(Test::failed).count()));
    attribute("errors", "0");
    attribute("skipped", Long.toString(tests.stream().filter(Test::passedBy).count()));
    attribute("time", time(tests.stream().map(Test::took).reduce(Duration.ZERO, Duration::plus)));
  }

  private void test(Suite suite, Test test) {
    out.append("    <testcase");
    attribute("classname", suite.name());
    attribute("name", test.name());
    attribute("time", time(test.took()));
    if (!test.file().isEmpty()) {
      attribute("file", test.file());
    }
    if (test.line() > 0) {
      attribute("line", Integer.toString(test.line()));
    }
    out.append(">");
    if (test.failed()) {
      Diagnostic first = test.errors().get(0).diagnostic();
      out.append("\n      <failure");
      attribute("message", first.message());
      attribute("type", first.code());
      out.append(">").append(XmlText.escaped(text(test.errors()))).append("</failure>");
    } else if (test.passedBy()) {
      out.append("\n      <skipped message=\"A cell before it ended Python.\"/>");
    }
    if (!test.warnings().isEmpty()) {
      out.append("\n      <system-out>")
          .append(XmlText.escaped(text(test.warnings())))
          .append("</system-out>");
    }
    out.append("\n    </testcase>\n");
  }

  private void attribute(String name, String value) {
    out.append(" ").append(name).append("=\"").append(XmlText.escaped(value)).append("\"");
  }

  private static String text(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.diagnostic()
                    + (finding.diff().isEmpty() ? "" : "\n" + CheckJson.diff(finding)))
        .collect(Collectors.joining("\n\n"));
  }

  /** In seconds. */
  private static String time(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
