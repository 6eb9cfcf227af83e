package vivarium.parse.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentMarkTest {
  @ParameterizedTest
  @ValueSource(strings = {"# %%time", "# % %", " # %%", "x # %%", "%%", "#", ""})
  void other_lines_are_no_marks(String line) {
    assertThat(PercentMark.of(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# %%", "#%%", "# %% ", "# %%% Inner", "#%%\tA"})
  void marks_begin_code(String line) {
    assertThat(PercentMark.of(line).orElseThrow().kind()).isEqualTo(Part.Kind.CODE);
  }

  @Test
  void a_mark_has_a_title_a_kind_and_metadata() {
    PercentMark mark =
        PercentMark.of(
                "# %% A title [md] tags=[\"a b\", \"c\"] slideshow={\"slide_type\": \"notes\"}")
            .orElseThrow();
    assertThat(mark.title()).isEqualTo("A title");
    assertThat(mark.kind()).isEqualTo(Part.Kind.MARKDOWN);
    assertThat(mark.metadata().orElseThrow().tags()).containsExactly("a b", "c");
    assertThat(mark.metadata().orElseThrow().slideType()).contains("notes");
  }

  @Test
  void metadata_may_be_one_object_and_may_be_broken() {
    PercentMark mark = PercentMark.of("# %% {\"tags\": [\"a\"]}").orElseThrow();
    assertThat(mark.metadata().orElseThrow().tags()).containsExactly("a");
    assertThat(PercentMark.of("# %% tags=[a]").orElseThrow().metadata()).isEmpty();
  }
}
