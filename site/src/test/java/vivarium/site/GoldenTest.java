package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.files.Downloads;
import vivarium.site.render.FakeTypesetter;

/**
 * Whole pages, each in a folder with {@code input.md} and what has to come of it. The flag {@code
 * -Dvivarium.golden=write} writes what does come of it into the sources.
 */
class GoldenTest {
  private static final boolean WRITE = "write".equals(System.getProperty("vivarium.golden"));

  static List<String> cases() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(folder())) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_document_becomes_the_page_that_is_expected(String name)
      throws IOException, URISyntaxException {
    Path folder = folder().resolve(name);
    Build build = build(folder);
    assertThat(TestSite.text(build(folder), "index.html"))
        .as("a second time")
        .isEqualTo(TestSite.text(build, "index.html"));
    compare(folder.resolve("expected.html"), TestSite.text(build, "index.html"));
    if (TestSite.paths(build).contains("index.page.html")) {
      compare(folder.resolve("expected.page.html"), TestSite.text(build, "index.page.html"));
    }
    String diagnostics =
        build.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    compare(folder.resolve("expected.txt"), diagnostics.isEmpty() ? "" : diagnostics + "\n");
  }

  private static Build build(Path folder) {
    return new SiteBuilder(
            Assets.load(GoldenTest.class.getClassLoader()),
            new FakeTypesetter(),
            Execution.NONE,
            Downloads.NONE,
            Progress.NONE)
        .build(folder.resolve("input.md"));
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (WRITE && actual.isEmpty()) {
      Files.deleteIfExists(expected);
    } else if (WRITE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
  }

  private static Path folder() throws URISyntaxException {
    if (WRITE) {
      return Path.of("src/test/resources/golden");
    }
    return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden")).toURI());
  }
}
