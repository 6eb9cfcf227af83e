package vivarium.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("title", "subtitle", "live", "lang", "packages", "run", "readonly");

  @ParameterizedTest
  @CsvSource({
    "titel,title",
    "tilte,title",
    "TITLE,title",
    "titles,title",
    "itle,title",
    "package,packages",
    "pakcages,packages",
    "pckgs,",
    "rnu,run",
    "rum,run",
    "rumm,",
    "read-only,readonly",
    "lice,live",
    "x,",
    "'',",
    "completely-different,",
  })
  void the_nearest_name_is_found_when_it_is_near(String typed, String expected) {
    assertThat(Nearest.to(typed, KNOWN).orElse(null)).isEqualTo(expected);
  }

  @Test
  void of_several_the_alphabetically_first_is_taken() {
    assertThat(Nearest.to("cat", List.of("rat", "bat", "hat"))).contains("bat");
  }

  @Test
  void nothing_is_near_when_nothing_is_known() {
    assertThat(Nearest.to("a", List.of())).isEmpty();
  }

  @Test
  void at_most_three_edits_are_near_however_long_the_name() {
    List<String> known = List.of("abcdefghijklmnop");
    assertThat(Nearest.to("abcdefghijklmxyz", known)).contains("abcdefghijklmnop");
    assertThat(Nearest.to("abcdefghijklwxyz", known)).isEmpty();
  }
}
