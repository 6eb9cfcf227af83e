package vivarium.site.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void the_first_line_of_the_description_is_the_title() {
    String code =
        "#!/usr/bin/env python3\n\n\"\"\"Sort files.\n\n    By size,\n    then name.\n    \"\"\"\n";
    assertThat(read(code)).containsExactly("Sort files", "By size,\nthen name.");
  }

  @Test
  void a_script_that_says_nothing_has_its_name_as_title() {
    assertThat(read("print('''no''')\n")).containsExactly("a.py", "");
    assertThat(read("")).containsExactly("a.py", "");
    assertThat(read("'One.'")).containsExactly("One", "");
  }

  @Test
  void a_long_line_is_no_title() {
    String line = "x".repeat(81);
    assertThat(read("'" + line + "'")).containsExactly("a.py", line);
  }

  @Test
  void cells_are_no_script() {
    assertThat(Script.of("a.py", "'One.'\n# %%\n1")).isEmpty();
    assertThat(Script.of("a.py", "#%% [markdown]\n# Text")).isEmpty();
  }

  @Test
  void a_million_comments_are_read_in_no_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(3),
        () -> assertThat(Script.of("a.py", "#\n".repeat(1_000_000))).isPresent());
  }

  /** The title of a script, and what else it says of itself. */
  private static List<String> read(String code) {
    Script script = Script.of("a.py", code).orElseThrow();
    return List.of(script.title(), script.about());
  }
}
