package vivarium.web.notebook.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private final Map<String, String> store = new HashMap<>();

  private Copies read() {
    return Copies.read(store);
  }

  private void write(Copies copies) {
    copies
        .changes()
        .forEach(
            (name, text) ->
                text.ifPresentOrElse(it -> store.put(name, it), () -> store.remove(name)));
  }

  private Copy save(String name, String text, Optional<Copy> seen, String stamp) {
    Copies copies = read();
    Copy saved = copies.save(new Copy(name, "base", text, stamp, stamp), seen, name + "-" + stamp);
    write(copies);
    return saved;
  }

  @Test
  void who_has_seen_a_copy_writes_over_it() {
    Copy first = save("a", "one", Optional.empty(), "1");
    save("a", "two", Optional.of(first), "2");
    assertThat(read().all()).extracting(Copy::text).containsExactly("two");
  }

  @Test
  void who_has_not_seen_what_another_wrote_gets_a_copy_beside_it() {
    Copy first = save("a", "one", Optional.empty(), "1");
    save("a", "two", Optional.of(first), "2");
    Copy other = save("a", "three", Optional.of(first), "3");
    assertThat(other.name()).isNotEqualTo("a");
    assertThat(read().all()).extracting(Copy::text).containsExactly("three", "two");
  }

  @Test
  void a_copy_that_has_changed_since_is_not_removed() {
    Copy first = save("a", "one", Optional.empty(), "1");
    save("a", "two", Optional.of(first), "2");
    Copies copies = read();
    copies.remove(first);
    assertThat(copies.changes()).isEmpty();
  }

  @Test
  void what_is_no_copy_stays() {
    store.put("odd", "no copy");
    store.put("odder", "{\"text\": 1}");
    save("a", "one", Optional.empty(), "1");
    Copies copies = read();
    copies.remove(copies.get("a").orElseThrow());
    write(copies);
    assertThat(store).containsOnlyKeys("odd", "odder");
  }

  /** Each tab writes on what it has seen, at random moments, and now and then looks. */
  @Test
  void whatever_tabs_do_nothing_that_was_written_last_is_lost() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      store.clear();
      List<Optional<Copy>> seen = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
      Set<String> unseen = new HashSet<>();
      for (int step = 0; step < 20; step++) {
        int tab = random.nextInt(2);
        if (random.nextInt(3) == 0) {
          seen.set(tab, read().all().stream().findFirst());
          continue;
        }
        String name = seen.get(tab).map(Copy::name).orElse("tab-" + tab);
        String text = round + " " + step;
        seen.get(tab).map(Copy::text).ifPresent(unseen::remove);
        seen.set(tab, Optional.of(save(name, text, seen.get(tab), round + "-" + step)));
        unseen.add(text);
        assertThat(read().all()).extracting(Copy::text).containsAll(unseen);
      }
    }
  }
}
