package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.engine.python.CellFiles;
import vivarium.execute.Executed;
import vivarium.site.files.Downloads;
import vivarium.site.render.FakeTypesetter;

class DataFileTest {
  private static final String LIVE = "---\nfiles: a.csv\n---\n```python {run}\n1\n```\n";

  /** SHA-256 of "a". */
  private static final String HASH =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  private static final String DATA = "vivarium/data/" + HASH.substring(0, 16) + ".csv";

  private final TestSite site = new TestSite();
  private final List<CellFiles> given = new ArrayList<>();
  private final SiteBuilder builder =
      new SiteBuilder(
          Assets.load(DataFileTest.class.getClassLoader()),
          new FakeTypesetter(),
          (document, files) -> {
            given.add(files);
            return new Executed(document, List.of(), false);
          },
          Downloads.NONE,
          Progress.NONE);

  @Test
  void a_file_is_in_the_site_once_under_its_hash_and_pages_name_it() {
    site.with("a.md", LIVE).with("a.csv", "a").with("b/c.md", LIVE).with("b/a.csv", "a");
    Build build = builder.build(site.root);
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.text(build, DATA)).isEqualTo("a");
    for (String page : List.of("a.html", "b/c.html")) {
      assertThat(TestSite.text(build, page))
          .contains("\"files\":[[\"a.csv\",\"" + DATA + "\",1,\"" + HASH + "\"]]}");
    }
    assertThat(given).allMatch(files -> files.files().size() == 1);
  }

  @Test
  void a_file_that_changes_makes_the_page_and_its_outputs_anew() {
    site.with("a.md", LIVE).with("a.csv", "a");
    builder.build(site.root);
    site.with("a.csv", "b");
    Build build = builder.build(site.root);
    assertThat(TestSite.text(build, "a.html")).doesNotContain(DATA).contains("vivarium/data/3e23");
    assertThat(given.get(1)).isNotEqualTo(given.get(0));
  }

  @Test
  void a_file_that_changes_while_the_site_is_written_stops_that() {
    site.with("a.md", LIVE).with("a.csv", "a");
    Build build = builder.build(site.root);
    site.with("a.csv", "b");
    assertThatThrownBy(() -> TestSite.text(build, DATA)).hasMessageContaining("a.csv has changed");
  }

  @Test
  void a_document_without_live_cells_publishes_no_data() {
    site.with("a.md", LIVE.replace(" {run}", "")).with("a.csv", "a");
    Build build = builder.build(site.root);
    assertThat(build.site().orElseThrow().files()).doesNotContainKey(new SitePath(DATA));
  }
}
