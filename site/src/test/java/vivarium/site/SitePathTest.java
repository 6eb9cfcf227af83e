package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "a/", "a//b", "..", "a/../b", "./a", "a\\b", "a\u0000", "a\nb", "\ud800"
      })
  void a_path_that_is_none_is_refused(String path) {
    assertThat(SitePath.isValid(path)).isFalse();
    assertThatThrownBy(() -> new SitePath(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void any_other_name_is_fine() {
    assertThat(new SitePath("a b/ä#%?\"'😀/...")).hasToString("a b/ä#%?\"'😀/...");
  }
}
