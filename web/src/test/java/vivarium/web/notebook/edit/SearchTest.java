package vivarium.web.notebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.model.notebook.NewNotebook;
import vivarium.web.notebook.edit.Search.Match;

class SearchTest {
  private final Book book =
      new Book(
          new NewNotebook()
              .markdown("a", "Sum and sum")
              .code("b", "SUM = 1", List.of(), Optional.empty())
              .text(),
          () -> "new");

  @Test
  void finds_each_place_in_order() {
    assertThat(new Search("sum", false).in(book.items()))
        .containsExactly(new Match(1, 0), new Match(1, 8), new Match(2, 0));
    assertThat(new Search("sum", true).in(book.items())).containsExactly(new Match(1, 8));
    assertThat(new Search("", false).in(book.items())).isEmpty();
  }

  @Test
  void replaces_without_finding_what_it_has_written() {
    assertThat(new Search("a", true).replaced("aab", "aa")).isEqualTo("aaaab");
    assertThat(new Search("aa", true).replaced("aaa", "b")).isEqualTo("ba");
  }

  @Test
  void letters_whose_small_form_is_longer_move_no_place() {
    assertThat(new Search("x", false).replaced("İİX", "y")).isEqualTo("İİy");
  }

  @Test
  void a_place_that_is_another_by_now_is_left_alone() {
    assertThat(new Search("sum", false).replacedAt("a Sum", 2, "x")).isEqualTo("a x");
    assertThat(new Search("sum", false).replacedAt("a Sum", 1, "x")).isEqualTo("a Sum");
    assertThat(new Search("sum", false).replacedAt("a", 5, "x")).isEqualTo("a");
  }

  @Test
  void folding_is_noted_as_jupyter_does_and_leaves_the_rest_of_the_metadata() {
    Item item = book.get(1);
    var folded = Hidden.OUTPUTS.set(Hidden.SOURCE.set(item.cell(), true), true);
    assertThat(Hidden.OUTPUTS.in(folded)).isTrue();
    assertThat(Hidden.SOURCE.in(Hidden.SOURCE.set(folded, false))).isFalse();
    assertThat(folded.text()).contains("\"source_hidden\": true", "\"outputs_hidden\": true");
    assertThat(Hidden.SOURCE.in(item.cell())).isFalse();
  }
}
