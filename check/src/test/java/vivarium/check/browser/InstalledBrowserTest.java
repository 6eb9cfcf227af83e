package vivarium.check.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledBrowserTest {
  private static final Path BIN = Path.of("/usr/bin").toAbsolutePath();
  private static final Path LOCAL = Path.of("/usr/local/bin").toAbsolutePath();
  private static final String PATH = "bin" + File.pathSeparator + LOCAL + File.pathSeparator + BIN;

  @Test
  void chromium_is_preferred_wherever_it_stands_in_the_path() {
    assertThat(find(Map.of("PATH", PATH), LOCAL.resolve("google-chrome"), BIN.resolve("chromium")))
        .contains(BIN.resolve("chromium"));
  }

  @Test
  void the_program_that_the_user_names_is_the_only_one_that_is_taken() {
    Path other = Path.of("/opt/other").toAbsolutePath();
    Map<String, String> named = Map.of("PATH", PATH, "VIVARIUM_CHROMIUM", other.toString());
    assertThat(find(named, other, BIN.resolve("chromium"))).contains(other);
    assertThat(find(named, BIN.resolve("chromium"))).isEmpty();
    assertThat(find(Map.of("PATH", PATH, "VIVARIUM_CHROMIUM", "brave"), BIN.resolve("brave")))
        .contains(BIN.resolve("brave"));
  }

  @Test
  void a_relative_folder_in_the_path_is_no_place_for_programs() {
    assertThat(find(Map.of("PATH", "bin"), Path.of("bin", "chromium"))).isEmpty();
    assertThat(find(Map.of())).isEmpty();
  }

  @Test
  void macs_keep_programs_elsewhere() {
    Path chrome =
        Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").toAbsolutePath();
    assertThat(InstalledBrowser.find(Map.of("PATH", PATH), "Mac OS X", chrome::equals))
        .contains(chrome);
  }

  @Test
  void windows_always_has_edge() {
    Path programs = Path.of("/Program Files (x86)").toAbsolutePath();
    Path edge = programs.resolve("Microsoft/Edge/Application/msedge.exe");
    assertThat(
            InstalledBrowser.find(
                Map.of("ProgramFiles(x86)", programs.toString()), "Windows 11", edge::equals))
        .contains(edge);
  }

  @Test
  void a_variable_that_is_no_path_is_passed_by() {
    assertThat(find(Map.of("PATH", "\0" + File.pathSeparator + BIN), BIN.resolve("chromium")))
        .contains(BIN.resolve("chromium"));
  }

  private static Optional<Path> find(Map<String, String> environment, Path... programs) {
    return InstalledBrowser.find(environment, "Linux", Set.of(programs)::contains);
  }
}
