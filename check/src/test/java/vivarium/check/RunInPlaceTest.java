package vivarium.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunInPlaceTest {
  @Test
  void the_file_is_named_in_quotes_when_a_shell_needs_them() {
    assertThat(RunInPlace.command("course/a.md")).isEqualTo("vivarium run course/a.md --inplace");
    assertThat(RunInPlace.command("C:/x/é.ipynb")).isEqualTo("vivarium run C:/x/é.ipynb --inplace");
    assertThat(RunInPlace.command("x/sub dir.md"))
        .isEqualTo("vivarium run \"x/sub dir.md\" --inplace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$(rm x).md", "a`b`.md", "a\"b.md", "a\nb.md", "-o.md", "%PATH%.md", "a!.md"})
  void a_name_that_a_shell_might_obey_is_left_to_the_user(String path) {
    assertThat(RunInPlace.command(path)).isEqualTo("vivarium run FILE --inplace");
  }
}
