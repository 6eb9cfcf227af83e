package vivarium.site.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.PythonRelease;
import vivarium.model.diagnostic.Diagnostic;

class EngineWishTest {
  @TempDir Path folder = Path.of("");

  @Test
  void one_document_chooses_for_all() throws IOException {
    write("a.md", "---\ntitle: The engine\n---\n");
    write("part/b.md", "---\ntitle: The engine\nengine : 0.27.7\n---\n");
    EngineWish wish = EngineWish.of(folder);
    assertThat(wish.release()).isEqualTo(PythonRelease.of("0.27.7"));
    assertThat(wish.where().toString()).isEqualTo("part/b.md:3:10");
    assertThat(wish.diagnostics()).isEmpty();
    assertThat(EngineWish.of(folder.resolve("a.md")).release()).isEmpty();
    assertThat(wish.against(PythonRelease.NEWEST, "it is", "Mend it."))
        .extracting(Diagnostic::toString)
        .containsExactly(
            "part/b.md:3:10: This asks for Pyodide 0.27.7, and it is 314.0.7.\n  Mend it.");
    assertThat(wish.against(wish.release().orElseThrow(), "it is", "Mend it.")).isEmpty();
  }

  @Test
  void two_that_exclude_each_other_are_both_named() throws IOException {
    write("a.md", "---\nengine: 0.27.7\n---\n");
    write("b.md", "---\nengine: 0.27.7\n---\n");
    write("c.md", "---\ntitle: C\nengine: 314.0.7\n---\n");
    EngineWish wish = EngineWish.of(folder);
    assertThat(wish.release()).isEmpty();
    assertThat(wish.diagnostics())
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .startsWith("c.md:3:9: This asks for Pyodide 314.0.7, and a.md:2 for 0.27.7.");
  }

  @Test
  void a_release_that_there_is_not_names_those_there_are_and_the_nearest() throws IOException {
    write("a.md", "---\nengine: 0.27.6\n---\n");
    write("b.md", "---\nengine: 315\n---\n");
    assertThat(EngineWish.of(folder).diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "a.md:2:9: There is no engine \"0.27.6\"; there are 314.0.7 and 0.27.7.\n"
                + "  Did you mean \"0.27.7\"?",
            "b.md:2:9: There is no engine \"315\"; there are 314.0.7 and 0.27.7.\n"
                + "  Write engine: 314.0.7");
  }

  @Test
  void quartos_key_of_the_same_name_asks_for_nothing() throws IOException {
    write("a.qmd", "---\nengine: jupyter\n---\n");
    EngineWish wish = EngineWish.of(folder);
    assertThat(wish.release()).isEqualTo(Optional.empty());
    assertThat(wish.diagnostics()).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }
}
