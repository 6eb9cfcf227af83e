package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

class ShownPathsTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void a_course() throws IOException {
    Files.createDirectories(folder.resolve("cc/x"));
    Files.writeString(folder.resolve("cc/x/sub dir.md"), "");
    Files.writeString(folder.resolve("a.md"), "");
  }

  @Test
  void a_file_in_a_folder_has_the_folder_before_it() {
    assertThat(shown("cc", "x/sub dir.md")).isEqualTo("cc/x/sub dir.md");
    assertThat(shown("./cc/", "x/sub dir.md")).isEqualTo("cc/x/sub dir.md");
    assertThat(shown(folder.resolve("cc").toString(), "x/sub dir.md")).isEqualTo("cc/x/sub dir.md");
  }

  @Test
  void a_file_that_is_named_itself_is_called_so() {
    assertThat(shown("cc/x/sub dir.md", "sub dir.md")).isEqualTo("cc/x/sub dir.md");
    assertThat(shown("a.md", "a.md")).isEqualTo("a.md");
  }

  @Test
  void the_callers_folder_is_not_named() {
    assertThat(shown(".", "a.md")).isEqualTo("a.md");
    assertThat(shown("cc/..", "cc/x/sub dir.md")).isEqualTo("cc/x/sub dir.md");
  }

  @Test
  void what_lies_outside_has_an_absolute_path() {
    ShownPaths paths = ShownPaths.of(folder, folder.resolve("cc"));
    assertThat(paths.of("a.md")).isEqualTo(folder.resolve("a.md").toString().replace('\\', '/'));
  }

  @Test
  void what_is_no_file_there_stays_as_it_is() {
    String absolute = folder.resolve("a.md").toString();
    assertThat(shown("cc", "cc")).isEqualTo("cc");
    assertThat(shown("cc", absolute)).isEqualTo(absolute);
    assertThat(shown("cc", "bad\0name")).isEqualTo("bad\0name");
  }

  @Test
  void diagnostics_keep_all_but_the_path() {
    Location where = new Location("x/sub dir.md", 5, 7);
    assertThat(
            ShownPaths.of(folder.resolve("cc"), folder)
                .of(List.of(Diagnostic.warning("bad-math", where, "Odd.", "Mend it."))))
        .containsExactly(
            Diagnostic.warning(
                "bad-math", new Location("cc/x/sub dir.md", 5, 7), "Odd.", "Mend it."));
  }

  private String shown(String source, String path) {
    return ShownPaths.of(folder.resolve(source), folder).of(path);
  }
}
