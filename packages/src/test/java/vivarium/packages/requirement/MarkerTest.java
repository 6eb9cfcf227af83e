package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.json.Json;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.syntax.SyntaxException;

class MarkerTest {
  private static final PyodideBuild BUILD =
      PyodideBuild.ofLock(
          Json.parse(
              """
              {"info": {"abi_version": "2026_0", "arch": "wasm32",
                        "platform": "emscripten_5_0_3", "python": "3.14.2"}}"""));

  private static final MarkerEnvironment ENVIRONMENT = MarkerEnvironment.of(BUILD);

  @Test
  void the_environment_is_what_a_program_sees_in_pyodide() {
    assertThat(ENVIRONMENT)
        .isEqualTo(
            new MarkerEnvironment(
                "3.14",
                "3.14.2",
                "posix",
                "emscripten",
                "5.0.3",
                "Emscripten",
                "#1",
                "wasm32",
                "CPython",
                "cpython",
                "3.14.2"));
  }

  @Test
  void the_environment_can_be_made_of_the_engines_own_lists() throws Exception {
    for (String engine : List.of("pyodide", "pyodide-0.27")) {
      String lock = Files.readString(Path.of("../node_modules", engine, "pyodide-lock.json"));
      assertThat(MarkerEnvironment.of(PyodideBuild.ofLock(Json.parse(lock))).pythonVersion())
          .isEqualTo(engine.equals("pyodide") ? "3.14" : "3.12");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "python_version >= '3.9' | true",
        "python_version < '3.9' | false",
        "'3.9' <= python_version | true",
        "python_version == '3.14.*' | true",
        "python_version ~= '3.10' | true",
        "python_full_version > '3.14' | true",
        "python_full_version == '3.14' | false",
        "python_version in '2.6 2.7 3.14' | true",
        "python_version not in '2.6 2.7' | true",
        "sys_platform == 'emscripten' | true",
        "sys_platform != 'win32' | true",
        "'win' in sys_platform | false",
        "'script' in sys.platform | true",
        "os.name == 'posix' | true",
        "python_implementation == 'CPython' | true",
        "platform.python_implementation == \"CPython\" | true",
        "platform_machine == 'x86_64' or platform_machine == 'wasm32' | true",
        "platform_release >= '5' | true",
        "implementation_version >= '3.14' and implementation_name == 'cpython' | true",
        "sys_platform >= 'emscripten' | true",
        "sys_platform > 'a' | false",
        "sys_platform < 'z' | false",
        "python_version > 'dog' | false",
        "os_name=='a' and os_name=='b' or os_name=='posix' | true",
        "os_name=='posix' or os_name=='a' and os_name=='b' | true",
        "(os_name=='posix' or os_name=='a') and os_name=='b' | false",
        "os_name=='posix'and(python_version>'3') | true",
        "extra == 'socks' | false",
        "extra != 'socks' | true",
      })
  void markers_hold_as_the_specification_says(String text, boolean holds) {
    Marker marker = Marker.parse(text);
    assertThat(marker.evaluate(ENVIRONMENT, List.of())).isEqualTo(holds);
    assertThat(Marker.parse(marker.toString())).isEqualTo(marker);
  }

  @ParameterizedTest
  @CsvSource({"socks, true", "SOCKS, true", "other, false", "other socks, true", "te.st, false"})
  void an_extra_is_met_by_each_that_was_asked_for(String extras, boolean holds) {
    Marker marker = Marker.parse("extra == 'Socks' and python_version >= '3'");
    List<ExtraName> asked = Arrays.stream(extras.split(" ")).map(ExtraName::of).toList();
    assertThat(marker.evaluate(ENVIRONMENT, asked)).isEqualTo(holds);
    assertThat(Marker.parse("extra == 'te__st'").evaluate(ENVIRONMENT, asked))
        .isEqualTo(extras.equals("te.st"));
  }

  @Test
  void and_binds_closer_than_or_and_parentheses_are_kept_where_they_matter() {
    assertThat(Marker.parse("os_name=='a' or os_name=='b' and (os_name=='c')"))
        .hasToString("os_name == \"a\" or os_name == \"b\" and os_name == \"c\"")
        .isInstanceOf(Marker.Or.class);
    assertThat(Marker.parse("(os_name=='a' or os_name=='b') and os_name=='c'"))
        .hasToString("(os_name == \"a\" or os_name == \"b\") and os_name == \"c\"")
        .isInstanceOf(Marker.And.class);
    assertThat(Marker.parse("os_name == '\"'")).hasToString("os_name == '\"'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "os_name | 7 | An operator was expected here: <=, <, !=, ==, >=, >, ~=, ===, in, not in.",
        "os_name not 'a' | 12 | \"in\" was expected behind \"not\".",
        "os_name == 'a | 11 | This quotation mark is not closed.",
        "os_name == 'a\\n' | 13 | There can be no backslash in the texts of a marker.",
        "(os_name == 'a' | 0 | This parenthesis is not closed.",
        "(os_name == 'a'] | 15 | \"and\", \"or\" or \")\" was expected here.",
        "os_name == 'a' andor | 15 | The marker is over here; \"and\" or \"or\" was expected.",
        "os_name == a | 11 | There is no such variable; a text needs quotes.",
        "'x' in extras | 7 | The variable \"extras\" is for lock files only.",
        "os_name ~= '1.0' | 8 | ~= compares versions of two numbers or more, and here is none.",
        "python_version ~= 'surprise' | 15 | ~= compares versions of two numbers or more, and here is none.",
        "== 'a' | 0 | A variable or a text in quotes was expected here.",
      })
  void what_is_no_marker_is_refused_at_its_place(String text, int offset, String problem) {
    assertThatThrownBy(() -> Marker.parse(text))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.offset()).isEqualTo(offset);
            });
  }

  @Test
  @Timeout(10)
  void deep_and_long_markers_are_read_or_refused_at_once() {
    int deepest = MarkerReader.MAX_DEPTH;
    String inner = "os_name == 'posix'";
    String deep = "(".repeat(deepest) + inner + ")".repeat(deepest);
    assertThat(Marker.parse(deep)).hasToString("os_name == \"posix\"");
    assertThatThrownBy(() -> Marker.parse("(" + deep + ")")).hasMessageContaining("100 deep");
    assertThatThrownBy(() -> Marker.parse("(".repeat(1_000_000))).hasMessageContaining("100 deep");
    String wide = inner + (" and " + inner).repeat(50_000);
    assertThat(Marker.parse(wide).evaluate(ENVIRONMENT, List.of())).isTrue();
    assertThatThrownBy(() -> Marker.parse("a".repeat(1_000_000) + " == 'b'"))
        .hasMessageContaining("no such variable");
  }
}
