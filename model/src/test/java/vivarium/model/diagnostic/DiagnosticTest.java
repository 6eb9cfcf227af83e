package vivarium.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticTest {
  private static final Location PLACE = new Location("guide/intro.md", 42, 7);

  @Test
  void an_error_shows_place_message_and_remedy() {
    Diagnostic error = Diagnostic.error("a-code", PLACE, "It is broken.", "Mend it.");
    assertThat(error).hasToString("guide/intro.md:42:7: It is broken.\n  Mend it.");
    assertThat(error.isError()).isTrue();
  }

  @Test
  void a_warning_says_so_and_a_missing_remedy_leaves_no_line() {
    Diagnostic warning = Diagnostic.warning("a-code", PLACE, "It is odd.", "");
    assertThat(warning).hasToString("guide/intro.md:42:7: warning: It is odd.");
    assertThat(warning.isError()).isFalse();
    assertThat(warning.severity().word()).isEqualTo("warning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Code", "a_b", "-a", "a-", "a--b", "1a", "a b"})
  void a_code_is_in_kebab_case(String code) {
    assertThatThrownBy(() -> Diagnostic.error(code, PLACE, "It is broken.", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_location_leaves_out_what_it_does_not_have() {
    assertThat(new Location("a.md", 3, 4)).hasToString("a.md:3:4");
    assertThat(new Location("a.md", 3, 0)).hasToString("a.md:3");
    assertThat(Location.file("a.md")).hasToString("a.md");
  }

  @Test
  void a_location_is_within_a_file() {
    assertThatThrownBy(() -> new Location("a.md", -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Location("a.md", 1, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Location("a.md", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void locations_sort_by_file_then_line_then_column() {
    Location first = new Location("a.md", 9, 9);
    Location second = new Location("b.md", 1, 9);
    Location third = new Location("b.md", 2, 1);
    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(third);
    assertThat(third).isLessThan(new Location("b.md", 2, 2));
    assertThat(third).isEqualByComparingTo(new Location("b.md", 2, 1));
  }
}
