package vivarium.tests.speed.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vivarium.tests.speed.host.Traffic;

class ResultsTest {
  private static final String LINK = "5 Mbit/s, 40 ms";
  private final Results results =
      new Results(
          3,
          List.of(LINK),
          List.of(
              new FolderPage("ours & new", Path.of("site"), "pyscript"),
              new PlainPage("pyscript", "PyScript", "pyscript", "pyscript.html", Map.of())),
          List.of(
              sample("ours & new", 1, 400),
              sample("pyscript", 1, 1000),
              sample("ours & new", 2, 300),
              sample("pyscript", 2, 9000),
              sample("ours & new", 3, 800),
              sample("pyscript", 3, 800)));

  @Test
  void a_table_has_medians_and_their_ratios() {
    assertThat(new Tables(results).text())
        .contains("### " + LINK)
        .contains("| ours & new | 400 | 0.40 | 200 | 0.40 | 7 | 6000 | 6000 | 12 | 200 |")
        .contains("| PyScript | 1000 | 1.00 | 500 | 1.00 | 7 | 6000 | 6000 | 12 | 200 |");
  }

  @Test
  void what_was_not_measured_is_a_dash() {
    Results none = new Results(3, List.of(LINK), results.subjects(), List.of());
    assertThat(new Tables(none).text())
        .contains("| PyScript | - | - | - | - | - | - | - | - | - |");
  }

  @Test
  void the_plot_is_well_formed_and_tells_its_bars_in_words() throws Exception {
    String svg = new Plot(results).svg();
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("5 Mbit/s, 40 ms, ours & new: 0.40 cold, 0.40 warm.");
    assertThat(svg.split("class=\"cold\" x=\"230\"", -1)).hasSize(2);
  }

  private static Sample sample(String subject, int round, double output) {
    return new Sample(LINK, subject, round, visit(output), visit(output / 2));
  }

  private static Visit visit(double output) {
    return new Visit(
        output,
        7,
        new Traffic(12, 6_000_000),
        OptionalLong.of(200L << 20),
        OptionalDouble.empty(),
        "",
        Map.of());
  }
}
