package vivarium.packages.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipSettingsTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void without_any_setting_there_is_no_index() {
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    assertThat(settings().indexes()).isEmpty();
  }

  @Test
  void variables_name_one_index_and_more() {
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("PIP_INDEX_URL", "https://one.example/simple");
    environment.put("PIP_EXTRA_INDEX_URL", "https://two.example/simple https://three.example/s");
    environment.put("PIP_FIND_LINKS", "/wheels more");
    assertThat(settings().indexes())
        .containsExactly(
            "https://one.example/simple", "https://two.example/simple", "https://three.example/s");
    assertThat(settings().folders()).containsExactly("/wheels", "more");
  }

  @Test
  void the_users_file_is_read_and_variables_win_over_it() throws IOException {
    write(
        ".config/pip/pip.conf",
        """
        # of the user
        [global]
        index_url = https://file.example/simple
        extra-index-url =
            https://a.example/s
            https://b.example/s
        [install]
        find-links: /from/install
        """);
    assertThat(settings().indexes())
        .containsExactly(
            "https://file.example/simple", "https://a.example/s", "https://b.example/s");
    assertThat(settings().folders()).containsExactly("/from/install");
    environment.put("PIP_INDEX_URL", "https://variable.example/simple");
    assertThat(settings().indexes()).startsWith("https://variable.example/simple").hasSize(3);
  }

  @Test
  void a_chosen_file_wins_over_the_users() throws IOException {
    write(".config/pip/pip.conf", "[global]\nindex-url=https://user.example/s\n");
    write("own.conf", "[global]\nindex-url=https://own.example/s\n");
    environment.put("PIP_CONFIG_FILE", home.resolve("own.conf").toString());
    assertThat(settings().index()).contains("https://own.example/s");
  }

  @Test
  void a_file_that_makes_no_sense_says_nothing() throws IOException {
    Files.createDirectories(home.resolve(".pip"));
    Files.write(home.resolve(".pip/pip.conf"), new byte[] {(byte) 0xff, 0, 1});
    write(
        ".config/pip/pip.conf", "index-url=https://outside.example\n  more\n[\n=\n[global]\n:x\n");
    environment.put("XDG_CONFIG_DIRS", home.toString());
    assertThat(settings().folders()).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private PipSettings settings() {
    return PipSettings.of(environment, home);
  }
}
