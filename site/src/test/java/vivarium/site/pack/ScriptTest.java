package vivarium.site.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void the_first_line_of_the_description_is_the_title() {
    String code =
        "#!/usr/bin/env python3\n\n\"\"\"Sort files.\n\n    By size,\n    then name.\n    \"\"\"\n";
    assertThat(Script.of("sort.py", code))
        .contains(new Script("sort.py", "Sort files", "By size,\nthen name."));
  }

  @Test
  void a_script_that_says_nothing_has_its_name_as_title() {
    assertThat(Script.of("a.py", "print('''no''')\n")).contains(new Script("a.py", "a.py", ""));
    assertThat(Script.of("a.py", "")).contains(new Script("a.py", "a.py", ""));
    assertThat(Script.of("a.py", "'One.'")).contains(new Script("a.py", "One", ""));
  }

  @Test
  void a_long_line_is_no_title() {
    String line = "x".repeat(81);
    assertThat(Script.of("a.py", "'" + line + "'")).contains(new Script("a.py", "a.py", line));
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
}
