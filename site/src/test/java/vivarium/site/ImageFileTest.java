package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.execute.Executed;
import vivarium.execute.ReaderImage;
import vivarium.model.document.Document;
import vivarium.site.files.Downloads;
import vivarium.site.render.FakeTypesetter;

class ImageFileTest {
  private static final String LIVE = "```python {run}\n1\n```\n";
  private static final String COMMON = "vivarium/python-0123456789ab.image.br";
  private static final String OTHER = "vivarium/python-ba9876543210.image.br";

  private final TestSite site = new TestSite();
  private final Map<String, PythonImage.Made> images = new HashMap<>();
  private final SiteBuilder builder =
      new SiteBuilder(
          Assets.load(ImageFileTest.class.getClassLoader()),
          new FakeTypesetter(),
          this::execute,
          Downloads.NONE,
          Progress.NONE);

  @Test
  void an_image_that_documents_share_is_in_the_site_once_and_each_page_names_it() {
    site.with("a.md", LIVE).with("deep/er/b.md", "---\nformat: [slides, page]\n---\n" + LIVE);
    images.put("a.md", made("0123456789ab", "the common one"));
    images.put("deep/er/b.md", made("0123456789ab", "the common one"));
    Build build = builder.build(site.root);
    assertThat(images(build)).containsExactly(COMMON);
    assertThat(TestSite.text(build, COMMON)).isEqualTo("the common one");
    assertThat(TestSite.text(build, "a.html")).contains("\"image\":\"./" + COMMON + "\"");
    for (String page : List.of("deep/er/b.html", "deep/er/b.page.html")) {
      assertThat(TestSite.text(build, page)).contains("\"image\":\"../../" + COMMON + "\"");
    }
  }

  @Test
  void documents_that_need_different_images_have_each_its_own() {
    site.with("a.md", LIVE).with("b.md", LIVE).with("c.md", LIVE);
    images.put("a.md", made("0123456789ab", "one"));
    images.put("b.md", made("ba9876543210", "another"));
    images.put("c.md", made("0123456789ab", "one"));
    Build build = builder.build(site.root);
    assertThat(images(build)).containsExactly(COMMON, OTHER);
    assertThat(TestSite.text(build, OTHER)).isEqualTo("another");
    assertThat(TestSite.text(build, "b.html")).contains(OTHER).doesNotContain(COMMON);
    assertThat(TestSite.text(build, "c.html")).contains(COMMON).doesNotContain(OTHER);
  }

  @Test
  void a_document_without_live_cells_brings_none_whatever_ran_in_it() {
    site.with("a.md", "---\nlive: none\n---\n" + LIVE).with("b.md", "```python\n1\n```\n");
    images.put("a.md", made("0123456789ab", "one"));
    images.put("b.md", made("0123456789ab", "one"));
    Build build = builder.build(site.root);
    assertThat(images(build)).isEmpty();
    assertThat(TestSite.text(build, "a.html")).doesNotContain(".image");
  }

  @Test
  void without_an_image_pages_start_python_from_nothing() {
    site.with("a.md", LIVE).with("b.md", LIVE);
    images.put("b.md", made("0123456789ab", "one"));
    Build build = builder.build(site.root);
    assertThat(images(build)).containsExactly(COMMON);
    assertThat(TestSite.text(build, "a.html")).contains("\"image\":\"\"").contains("pyodide-");
  }

  @Test
  void a_page_is_built_again_when_its_image_is_another() {
    site.with("a.md", LIVE);
    images.put("a.md", made("0123456789ab", "one"));
    builder.build(site.root);
    images.put("a.md", made("ba9876543210", "another"));
    Build build = builder.build(site.root);
    assertThat(images(build)).containsExactly(OTHER);
    assertThat(TestSite.text(build, "a.html")).contains(OTHER).doesNotContain(COMMON);
  }

  private Executed execute(Document document, CellFiles files) {
    Optional<PythonImage.Made> image = Optional.ofNullable(images.get(document.path()));
    return new Executed(
        document, List.of(), false, new ReaderImage(image, Optional.empty()), PythonPackages.NONE);
  }

  private PythonImage.Made made(String digits, String content) {
    try {
      Path file = Files.writeString(site.root.resolveSibling(digits), content);
      return new PythonImage.Made(List.of(), digits + "0".repeat(52), 1000, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> images(Build build) {
    return build.site().orElseThrow().files().keySet().stream()
        .map(SitePath::path)
        .filter(path -> path.contains(".image"))
        .sorted()
        .toList();
  }
}
