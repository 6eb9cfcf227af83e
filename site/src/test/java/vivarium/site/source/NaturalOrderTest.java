package vivarium.site.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbers_are_ordered_by_value() {
    assertThat(sorted("10-files.md", "2-lists.md", "1-loops.md"))
        .containsExactly("1-loops.md", "2-lists.md", "10-files.md");
  }

  @Test
  void case_matters_only_where_nothing_else_differs() {
    assertThat(sorted("b", "A", "B", "a")).containsExactly("A", "a", "B", "b");
  }

  @Test
  void the_files_of_a_folder_stay_together() {
    assertThat(sorted("a-b/x", "a/y", "a/x")).containsExactly("a/x", "a/y", "a-b/x");
  }

  @Test
  void a_number_of_any_length_is_a_number() {
    assertThat(sorted("x100000000000000000000000", "x99999999999999999999999", "x007", "x7"))
        .containsExactly("x007", "x7", "x99999999999999999999999", "x100000000000000000000000");
  }

  private static List<String> sorted(String... names) {
    return List.of(names).stream().sorted(new NaturalOrder()).toList();
  }
}
