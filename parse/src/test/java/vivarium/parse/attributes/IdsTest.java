package vivarium.parse.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          Sum a list -> sum-a-list
          What is `print()`? -> what-is-print
          a_b-c -> a_b-c
          Größe & Maß -> größe--maß
          日本語 -> 日本語
          हिन्दी -> हिन्दी
          TITLE -> title
          C++ -> c
          """)
  void a_slug_is_what_github_makes(String text, String slug) {
    assertThat(Ids.slug(text)).isEqualTo(slug);
  }

  @Test
  void a_repeated_id_is_numbered_from_two() {
    Ids ids = new Ids(Set.of());
    assertThat(ids.unique("a")).isEqualTo("a");
    assertThat(ids.unique("a-2")).isEqualTo("a-2");
    assertThat(ids.unique("a")).isEqualTo("a-3");
    assertThat(ids.unique("a")).isEqualTo("a-4");
    assertThat(ids.unique("a-2")).isEqualTo("a-2-2");
    assertThat(ids.isTaken("a-4")).isTrue();
    assertThat(ids.isTaken("b")).isFalse();
  }

  @Test
  void an_id_that_an_author_asks_for_is_kept_for_them() {
    Ids ids = new Ids(Set.of("sum", "sum-2"));
    assertThat(ids.unique("sum")).isEqualTo("sum-3");
    assertThat(ids.claim("sum")).isEqualTo("sum");
    assertThat(ids.claim("sum")).isEqualTo("sum-4");
  }

  @Test
  void ids_are_asked_for_in_braces_and_by_labels() {
    assertThat(
            Ids.askedFor(
                "## A {#one .x}\n```python {run #two}\n#| label: three\n# not this\n```\n{ # }"))
        .containsExactlyInAnyOrder("one", "two", "three", "");
  }
}
