package vivarium.packages.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;

class WheelNameTest {
  private static final PyodideBuild NEW =
      new PyodideBuild(Version.parse("3.14.2"), "2026_0", Version.parse("5.0.3"), "wasm32");
  private static final PyodideBuild OLD =
      new PyodideBuild(Version.parse("3.12.7"), "2024_0", Version.parse("3.1.58"), "wasm32");

  @Test
  void the_name_of_a_wheel_has_its_parts() {
    WheelName name = WheelName.parse("Foo_Bar-1!2.0+local.1-1_b2-py2.py3-none-any.whl");
    assertThat(name.distribution()).isEqualTo(new PackageName("foo-bar"));
    assertThat(name.version()).isEqualTo(Version.parse("1!2.0+local.1"));
    assertThat(name.build()).contains(new BuildNumber(BigInteger.ONE, "_b2"));
    assertThat(name.tags())
        .containsExactly(new Tag("py2", "none", "any"), new Tag("py3", "none", "any"));
    assertThat(name.isPure()).isTrue();
    assertThat(WheelName.parse("a-1-cp312-cp312.abi3-x.y.whl").tags()).hasSize(4);
    assertThat(WheelName.parse("numpy-2.0.1-cp312-cp312-pyodide_2024_0_wasm32.whl").isPure())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo-1.0-py3-none-any.zip | ends with .whl",
        "foo-1.0-py3-none.whl | is NAME-VERSION-PYTHON-ABI-PLATFORM.whl",
        "foo-1.0-1-2-py3-none-any.whl | is NAME-VERSION-PYTHON-ABI-PLATFORM.whl",
        "-1.0-py3-none-any.whl | name of a package",
        "föö-1.0-py3-none-any.whl | letters, digits",
        "foo-x-py3-none-any.whl | second part is no version",
        "foo-1.0-b1-py3-none-any.whl | build number begins with a digit",
        "foo-1.0-py3-none-.whl | A tag has letters",
        "foo-1.0-py3..py2-none-any.whl | A tag has letters",
        "foo-1.0-py3-none-a/b.whl | A tag has letters",
      })
  void what_is_no_name_of_a_wheel_is_refused(String name, String reason) {
    assertThatThrownBy(() -> WheelName.parse(name))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining(reason);
  }

  @Test
  @Timeout(5)
  void a_name_for_endless_platforms_is_refused() {
    String set = "a.a.a.a.a.a.a.a.a.a.a";
    assertThatThrownBy(() -> WheelName.parse("a-1-" + set + "-" + set + "-" + set + ".whl"))
        .hasMessageContaining("more than 1000 platforms");
    assertThatThrownBy(() -> WheelName.parse("a".repeat(252) + ".whl"))
        .hasMessageContaining("at most 255");
  }

  @Test
  void the_tags_of_an_engine_go_from_the_best_to_the_last() {
    List<String> tags = SupportedTags.of(NEW).all().stream().map(Tag::toString).toList();
    assertThat(tags)
        .doesNotHaveDuplicates()
        .startsWith(
            "cp314-cp314-pyemscripten_2026_0_wasm32",
            "cp314-cp314-emscripten_5_0_3_wasm32",
            "cp314-abi3-pyemscripten_2026_0_wasm32",
            "cp314-abi3-emscripten_5_0_3_wasm32",
            "cp314-none-pyemscripten_2026_0_wasm32",
            "cp314-none-emscripten_5_0_3_wasm32",
            "cp313-abi3-pyemscripten_2026_0_wasm32")
        .containsSubsequence(
            "cp32-abi3-emscripten_5_0_3_wasm32",
            "py314-none-pyemscripten_2026_0_wasm32",
            "py3-none-pyemscripten_2026_0_wasm32",
            "py30-none-emscripten_5_0_3_wasm32",
            "cp314-none-any",
            "py314-none-any",
            "py3-none-any",
            "py313-none-any")
        .endsWith("py31-none-any", "py30-none-any");
    assertThat(SupportedTags.of(OLD).all().stream().map(Tag::toString))
        .startsWith("cp312-cp312-pyodide_2024_0_wasm32", "cp312-cp312-emscripten_3_1_58_wasm32");
  }

  @Test
  void every_wheel_of_the_engines_own_list_is_one_that_it_can_use() throws Exception {
    for (String engine : List.of("pyodide", "pyodide-0.27")) {
      String text = Files.readString(Path.of("../node_modules", engine, "pyodide-lock.json"));
      Json lock = Json.parse(text);
      SupportedTags tags = SupportedTags.of(PyodideBuild.ofLock(lock));
      List<WheelName> wheels =
          JsonObject.of(lock).object("packages").values().stream()
              .map(one -> JsonObject.of(one).string("file_name"))
              .filter(name -> name.endsWith(".whl"))
              .map(WheelName::parse)
              .toList();
      assertThat(wheels)
          .hasSizeGreaterThan(200)
          .allSatisfy(wheel -> assertThat(tags.rank(wheel)).as(wheel.fileName()).isPresent());
    }
  }

  @Test
  void the_best_wheel_is_the_most_special_one_of_the_highest_build() {
    SupportedTags tags = SupportedTags.of(NEW);
    assertThat(
            best(
                tags,
                "a-1-py3-none-any.whl",
                "a-1-cp314-cp314-manylinux_2_17_x86_64.whl",
                "a-1-cp312-abi3-pyemscripten_2026_0_wasm32.whl",
                "a-1-2-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
                "a-1-10-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
                "a-1-cp314-cp314-pyemscripten_2026_0_wasm32.whl"))
        .isEqualTo("a-1-10-cp314-cp314-pyemscripten_2026_0_wasm32.whl");
    assertThat(best(tags, "a-1-py2.py3-none-any.whl", "a-1-py30-none-any.whl"))
        .isEqualTo("a-1-py2.py3-none-any.whl");
    assertThat(best(tags, "a-1-py2-none-any.whl", "a-1-cp312-cp312-pyodide_2024_0_wasm32.whl"))
        .isEqualTo("none");
  }

  private static String best(SupportedTags tags, String... names) {
    return tags.best(Stream.of(names).map(WheelName::parse).toList())
        .map(WheelName::fileName)
        .orElse("none");
  }
}
