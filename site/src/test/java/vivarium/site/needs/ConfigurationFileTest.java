package vivarium.site.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.html.PageConfiguration;

/** Configurations of PyScript that lie in a folder and that no page names. */
class ConfigurationFileTest {
  @Test
  void packages_are_read_from_toml_and_json_with_their_places() {
    assertThat(read("pyscript.toml", "name = \"x\"\npackages = [\"rich\", \"lib>=2\"]\n"))
        .isEqualTo("rich pyscript.toml:2:14, lib>=2 pyscript.toml:2:22");
    assertThat(read("p/pyscript.json", "{\n  \"packages\": [\n    \"rich\",\n \"lib>=2\"]\n}"))
        .isEqualTo("rich p/pyscript.json:3:6, lib>=2 p/pyscript.json:4:3");
  }

  @Test
  void what_asks_for_no_package_is_no_need() {
    assertThat(read("pyscript.toml", "[files]\n\"a.csv\" = \"\"\n")).isEmpty();
    assertThat(read("pyscript.json", "{\"packages\": [\"./a.whl\", \"https://x/b.toml\"]}"))
        .isEmpty();
  }

  @Test
  void what_is_wrong_has_its_place() {
    assertThat(problems("pyscript.toml", "packages = [\"b d\"]"))
        .isEqualTo("bad-requirement pyscript.toml:1:14");
    assertThat(problems("pyscript.json", "{\"packages\": \"rich\"}"))
        .isEqualTo("bad-configuration pyscript.json:1:3");
    assertThat(problems("pyscript.json", "{")).isEqualTo("bad-configuration pyscript.json:1:1");
    assertThat(problems("pyscript.toml", "packages = [")).startsWith("bad-configuration");
  }

  private static DocumentNeeds needs(String path, String text) {
    return PageNeeds.of(PageConfiguration.ofFile(path, text));
  }

  private static String read(String path, String text) {
    DocumentNeeds needs = needs(path, text);
    assertThat(needs.diagnostics()).isEmpty();
    return needs.declared().stream()
        .map(it -> it.requirement() + " " + it.where())
        .collect(Collectors.joining(", "));
  }

  private static String problems(String path, String text) {
    return needs(path, text).diagnostics().stream()
        .map((Diagnostic it) -> it.code() + " " + it.where())
        .collect(Collectors.joining(", "));
  }
}
