package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;

class PyScriptConfigTest {
  @Test
  void packages_are_read_from_toml_and_json_with_their_places() {
    assertThat(read("pyscript.toml", "name = \"x\"\npackages = [\"rich\", \"lib>=2\"]\n"))
        .isEqualTo("rich pyscript.toml:2:14, lib>=2 pyscript.toml:2:22");
    assertThat(read("p/pyscript.json", "{\n  \"packages\": [\n    \"rich\",\n \"lib>=2\"]\n}"))
        .isEqualTo("rich p/pyscript.json:3:6, lib>=2 p/pyscript.json:4:3");
  }

  @Test
  void a_configuration_without_packages_asks_for_nothing() {
    assertThat(read("pyscript.toml", "[files]\n\"a.csv\" = \"\"\n")).isEmpty();
    assertThat(read("pyscript.json", "{\"packages\": \"rich\"}")).isEmpty();
    assertThat(read("pyscript.json", "[1]")).isEmpty();
  }

  @Test
  void what_is_wrong_has_its_place() {
    assertThat(problems("pyscript.toml", "packages = [\"b d\"]"))
        .isEqualTo("bad-requirement pyscript.toml:1:16");
    assertThat(problems("pyscript.json", "{\"packages\": [\"./a.whl\"]}"))
        .isEqualTo("requirement-refused pyscript.json:1:16");
    assertThat(problems("pyscript.json", "{")).isEqualTo("bad-json pyscript.json");
    assertThat(problems("pyscript.toml", "packages = [")).startsWith("bad-toml");
  }

  private static String read(String path, String text) {
    PyScriptConfig config = PyScriptConfig.read(path, text);
    assertThat(config.diagnostics()).isEmpty();
    return config.packages().stream()
        .map(it -> it.requirement() + " " + it.where())
        .collect(Collectors.joining(", "));
  }

  private static String problems(String path, String text) {
    return PyScriptConfig.read(path, text).diagnostics().stream()
        .map((Diagnostic it) -> it.code() + " " + it.where())
        .collect(Collectors.joining(", "));
  }
}
