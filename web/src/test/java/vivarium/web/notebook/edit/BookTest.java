package vivarium.web.notebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vivarium.model.notebook.EditableNotebook;
import vivarium.model.notebook.NewNotebook;
import vivarium.model.notebook.NotebookCell.Kind;

class BookTest {
  private static final String TEXT =
      new NewNotebook()
          .markdown("one", "One")
          .code("two", "a = 1\nb = 2", List.of(), Optional.empty())
          .code("three", "c = 3", List.of(), Optional.empty())
          .text();

  private final AtomicInteger ids = new AtomicInteger();
  private final Book book = new Book(TEXT, () -> "new-" + ids.incrementAndGet());

  private List<String> sources() {
    return book.items().stream().map(item -> item.cell().source()).toList();
  }

  @Test
  void each_step_is_taken_back_to_the_last_character_and_done_again() {
    book.insert(1, Kind.RAW, "raw");
    book.move(0, 1, true);
    book.split(0, 5);
    book.join(1, 3);
    book.remove(0, 0);
    String after = book.text();
    while (book.undo()) {}
    assertThat(book.text()).isEqualTo(TEXT);
    while (book.redo()) {}
    assertThat(book.text()).isEqualTo(after);
  }

  @Test
  void what_was_typed_elsewhere_stays_when_a_step_is_taken_back() {
    int two = book.get(1).key();
    book.remove(2, 2);
    book.change(two, cell -> cell.withSource("typed"));
    book.undo();
    assertThat(sources()).containsExactly("One", "typed", "c = 3");
  }

  @Test
  void a_cell_that_was_parted_is_whole_again_with_its_id() {
    book.split(1, 5);
    assertThat(sources()).containsExactly("One", "a = 1", "b = 2", "c = 3");
    book.undo();
    assertThat(sources()).containsExactly("One", "a = 1\nb = 2", "c = 3");
    assertThat(book.get(1).cell().content().id()).contains("two");
  }

  @Test
  void joined_cells_stand_in_the_first_one() {
    book.join(0, 2);
    assertThat(sources()).containsExactly("One\n\na = 1\nb = 2\n\nc = 3");
  }

  @Test
  void a_notebook_is_never_empty() {
    book.remove(0, 2);
    assertThat(sources()).containsExactly("");
    book.undo();
    assertThat(book.text()).isEqualTo(TEXT);
  }

  @Test
  void copies_of_cells_have_ids_of_their_own() {
    book.paste(3, List.of(book.get(0).cell(), book.get(0).cell()));
    assertThat(book.items().stream().map(item -> item.cell().content().id().orElse("")))
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  @Test
  void cells_that_another_text_has_as_well_stay_the_same_ones() {
    List<Integer> before = book.items().stream().map(Item::key).toList();
    EditableNotebook other = EditableNotebook.of(TEXT).moved(0, 2);
    other = other.with(0, other.cells().get(0).withSource("changed"));
    book.replace(other.text());
    assertThat(book.items().stream().map(Item::key))
        .containsExactly(before.get(1), before.get(2), before.get(0));
    assertThat(book.text()).isEqualTo(other.text());
    assertThat(book.undo()).isFalse();
  }

  @Test
  void whatever_a_reader_does_all_of_it_can_be_taken_back() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Book tried = new Book(TEXT, () -> "new-" + ids.incrementAndGet());
      for (int step = 0; step < 30; step++) {
        act(tried, random);
      }
      assertThat(new Book(tried.text(), () -> "x").size()).isEqualTo(tried.size());
      while (tried.undo()) {}
      assertThat(tried.text()).isEqualTo(TEXT);
    }
  }

  private static void act(Book book, Random random) {
    int from = random.nextInt(book.size());
    int to = from + random.nextInt(book.size() - from);
    switch (random.nextInt(8)) {
      case 0 -> book.insert(from, Kind.CODE, "x");
      case 1 -> book.remove(from, to);
      case 2 -> book.move(from, to, random.nextBoolean());
      case 3 -> book.split(from, random.nextInt(book.get(from).cell().source().length() + 1));
      case 4 -> book.join(from, to);
      case 5 -> book.paste(from, List.of(book.get(to).cell()));
      case 6 -> book.changeAll(from, to, cell -> cell.withKind(Kind.MARKDOWN));
      default -> {
        if (book.undo() && random.nextBoolean()) {
          book.redo();
        }
      }
    }
  }
}
