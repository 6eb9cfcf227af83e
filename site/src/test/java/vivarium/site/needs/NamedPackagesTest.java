package vivarium.site.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vivarium.packages.requirement.PackageName;
import vivarium.parse.DocumentParser;

class NamedPackagesTest {
  @Test
  void a_document_names_packages_in_its_front_matter_and_in_its_cells() {
    assertThat(
            names(
                "a.md",
                """
                ---
                packages: ["One>=2", "b d"]
                ---
                ```python {run}
                %pip install two -q ./local.whl
                import three
                await micropip.install(["four[x]"])
                ```
                """))
        .isEqualTo("four one two");
  }

  @Test
  void a_script_names_them_in_the_block_at_its_top() {
    assertThat(names("a.py", "# /// script\n# dependencies = [\"one<2\"]\n# ///\nimport one\n"))
        .isEqualTo("one");
  }

  private static String names(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return String.join(
        " ",
        NamedPackages.in(DocumentParser.parse(path, bytes).document()).stream()
            .map(PackageName::normalized)
            .toList());
  }
}
