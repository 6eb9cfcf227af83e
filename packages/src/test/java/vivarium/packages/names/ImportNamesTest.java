package vivarium.packages.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;

class ImportNamesTest {
  private static final ImportNames NAMES = ImportNames.wellKnown();

  @ParameterizedTest
  @CsvSource({
    "PIL, pillow",
    "PIL.Image, pillow",
    "cv2, opencv-python",
    "sklearn.linear_model, scikit-learn",
    "skimage, scikit-image",
    "yaml, PyYAML",
    "bs4, beautifulsoup4",
    "dateutil, python-dateutil",
    "google.protobuf.message, protobuf",
    "google.cloud.storage, google-cloud-storage",
    "mpl_toolkits.mplot3d, matplotlib",
    "numpy, numpy",
    "pandas.core.frame, pandas",
    "markdown_it, markdown-it-py",
    "charset_normalizer, charset-normalizer",
  })
  void a_module_is_brought_by_its_distribution(String imported, String distribution) {
    assertThat(NAMES.distribution(imported)).contains(new PackageName(distribution));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "_", "größe", ".x"})
  void what_no_distribution_can_be_called_has_none(String imported) {
    assertThat(NAMES.distribution(imported)).isEmpty();
  }

  @Test
  void the_list_says_what_it_has() {
    assertThat(NAMES.isListed("PIL.Image")).isTrue();
    assertThat(NAMES.isListed("numpy")).isFalse();
  }

  @Test
  void the_list_agrees_with_the_engines_own_packages() throws Exception {
    Json lock = Json.parse(Files.readString(Path.of("../node_modules/pyodide/pyodide-lock.json")));
    Map<String, Json> packages = JsonObject.of(lock).object("packages");
    // Those with parts that nobody imports, or that two distributions share.
    Set<String> others =
        Set.of(
            "protobuf",
            "ruamel-yaml",
            "cvxpy-base",
            "phispy",
            "screed",
            "sisl",
            "sympy",
            "tiktoken",
            "zengl");
    packages.forEach(
        (name, one) -> {
          for (Json imported : JsonObject.of(one).array("imports")) {
            String module = ((Json.Str) imported).value();
            if (!others.contains(name) && !module.contains("-")) {
              assertThat(NAMES.distribution(module))
                  .as(module)
                  .contains(new PackageName(JsonObject.of(one).string("name")));
            }
          }
        });
  }

  @Test
  void the_standard_library_is_known_by_version() {
    StandardLibrary newer = StandardLibrary.of(Version.parse("3.14.2"));
    StandardLibrary older = StandardLibrary.of(Version.parse("3.12.7"));
    assertThat(newer.contains("os.path")).isTrue();
    assertThat(newer.contains("_asyncio")).isTrue();
    assertThat(newer.contains("pyodide.ffi")).isTrue();
    assertThat(newer.contains("numpy")).isFalse();
    assertThat(newer.contains("annotationlib")).isTrue();
    assertThat(older.contains("annotationlib")).isFalse();
    assertThat(older.contains("cgi")).isTrue();
    assertThat(newer.contains("cgi")).isFalse();
  }
}
