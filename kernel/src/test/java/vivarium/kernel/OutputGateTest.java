package vivarium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.protocol.FromKernel;

class OutputGateTest {
  private final List<FromKernel> sent = new ArrayList<>();
  private double now;
  private final List<Runnable> later = new ArrayList<>();
  private final OutputGates gates =
      new OutputGates(() -> now, (action, milliseconds) -> later.add(action), sent::add);
  private final OutputGate gate = gates.of(7);

  @Test
  void what_is_held_goes_out_by_itself_when_nothing_more_is_written() {
    for (int i = 0; i < 1000; i++) {
      gate.write("stdout", "x");
    }
    assertThat(later).hasSize(1);
    later.get(0).run();
    assertThat(text()).isEqualTo("x".repeat(1000));
  }

  @Test
  void runs_that_write_by_turns_keep_their_own_text_and_their_own_limit() {
    gates.of(8).write("stdout", lines(10 * OutputGate.HEAD));
    gate.write("stdout", "a");
    gates.of(8).write("stderr", "the end");
    gates.end(8);
    assertThat(sent)
        .contains(stream("stdout", "a"))
        .endsWith(new FromKernel.Wrote(8, new Output.Stream("stderr", "the end")));
    assertThat(leftOut())
        .singleElement()
        .extracting(message -> ((FromKernel.Wrote) message).run())
        .isEqualTo(8);
  }

  @Test
  void what_runs_show_by_turns_goes_out_in_the_order_shown() {
    for (int i = 0; i < 2 * Outbox.BURST; i++) {
      FromKernel before = new FromKernel.Updated(7, "a", MimeBundle.text("before"));
      gate.show(before);
    }
    FromKernel last = new FromKernel.Updated(8, "a", MimeBundle.text("last"));
    gates.of(8).show(last);
    later.forEach(Runnable::run);
    assertThat(sent).endsWith(last);
  }

  @Test
  void what_a_task_writes_after_its_run_is_seen_whole_up_to_the_limit() {
    gate.write("stdout", lines(OutputGate.HEAD));
    gates.end(7);
    gate.write("stdout", "late\n");
    later.get(later.size() - 1).run();
    assertThat(sent).endsWith(stream("stdout", "late\n"));
    assertThat(leftOut()).isEmpty();
  }

  @Test
  void a_task_that_writes_for_ever_fills_neither_the_page_nor_the_memory() {
    gates.end(7);
    for (int i = 0; i < 10_000; i++) {
      now += 50;
      gate.write("stdout", lines(100));
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
    }
    assertThat(text()).hasSizeBetween(OutputGate.HEAD, OutputGate.HEAD + OutputGate.TAIL);
    FromKernel.Skipping skipping = (FromKernel.Skipping) sent.get(sent.size() - 1);
    assertThat(skipping.end().text()).endsWith("123456789\n");
    assertThat(text().length() + skipping.leftOut().characters() + skipping.end().text().length())
        .isEqualTo(1_000_000);
    sent.clear();
    gates.end(8);
    assertThat(leftOut()).hasSize(1);
  }

  @Test
  void a_run_that_was_silent_for_long_is_forgotten_and_may_write_again() {
    for (int i = 0; i < 1000; i++) {
      gate.write("stdout", "x");
    }
    for (int run = 8; run < 8 + OutputGates.MOST; run++) {
      gates.of(run).write("stdout", "y");
    }
    assertThat(text()).contains("x".repeat(900));
    assertThat(gates.of(7)).isNotSameAs(gate);
  }

  @Test
  void the_first_words_go_out_at_once() {
    gate.write("stdout", "a");
    gate.write("stdout", "b");
    assertThat(sent).containsExactly(stream("stdout", "a"), stream("stdout", "b"));
  }

  @Test
  void a_flood_is_gathered_into_few_messages_and_nothing_is_lost() {
    for (int i = 0; i < 15_000; i++) {
      now += 0.001;
      gate.write("stdout", "12345\n");
    }
    gate.close();
    assertThat(sent).hasSizeLessThan(Outbox.BURST + 200);
    assertThat(text()).isEqualTo("12345\n".repeat(15_000));
  }

  @Test
  void after_a_flood_and_a_rest_words_go_out_at_once_again() {
    for (int i = 0; i < 1000; i++) {
      gate.write("stdout", "x");
    }
    gate.flush();
    sent.clear();
    now += 100;
    gate.write("stdout", "y");
    assertThat(sent).containsExactly(stream("stdout", "y"));
  }

  @Test
  void streams_and_values_keep_their_order() {
    for (int i = 0; i < 2 * Outbox.BURST; i++) {
      gate.write(i % 2 == 0 ? "stdout" : "stderr", "" + i);
    }
    gate.show(new FromKernel.Wrote(7, new Output.Result(MimeBundle.text("value"))));
    assertThat(sent).hasSize(2 * Outbox.BURST + 1);
    assertThat(sent.get(sent.size() - 2)).isEqualTo(stream("stderr", "199"));
  }

  @Test
  void text_up_to_both_limits_is_whole_and_of_more_the_middle_is_missing() {
    String both = lines(OutputGate.HEAD + OutputGate.TAIL);
    gate.write("stdout", both);
    gate.close();
    assertThat(text()).isEqualTo(both);
    assertThat(leftOut()).isEmpty();
    sent.clear();
    String more = lines(10 * OutputGate.HEAD);
    gates.of(8).write("stdout", more);
    gates.of(8).close();
    assertExact(more);
  }

  @Test
  void the_end_of_a_flood_of_words_is_kept_with_an_exact_count_of_characters_and_lines() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      now += 0.01;
      all.append(i).append('\n');
      gate.write("stdout", "" + i);
      gate.write("stdout", "\n");
    }
    gate.close();
    assertThat(text()).startsWith("0\n1\n2\n").endsWith("\n199998\n199999\n");
    assertExact(all.toString());
  }

  /** What was sent is the beginning and the end of {@code all}, and the count is of the rest. */
  private void assertExact(String all) {
    assertThat(leftOut()).hasSize(1);
    int gap = sent.indexOf(leftOut().get(0));
    String head = text(sent.subList(0, gap));
    String tail = text(sent.subList(gap, sent.size()));
    assertThat(head).hasSizeBetween(OutputGate.HEAD - 100, OutputGate.HEAD);
    assertThat(tail).hasSizeBetween(OutputGate.TAIL - 100, OutputGate.TAIL + Tail.PIECE);
    assertThat(all).startsWith(head).endsWith(tail);
    String missing = all.substring(head.length(), all.length() - tail.length());
    assertThat(((FromKernel.Wrote) leftOut().get(0)).output())
        .isEqualTo(
            new Output.LeftOut(
                missing.length(), (int) missing.chars().filter(c -> c == '\n').count(), 0));
  }

  @Test
  void while_a_flood_goes_on_its_end_is_shown_now_and_then_with_what_is_not() {
    gate.write("stdout", "x".repeat(OutputGate.HEAD));
    for (int i = 0; i < 1000; i++) {
      now += 1;
      gate.write("stdout", "more\n");
    }
    List<FromKernel> reports = sent.stream().filter(FromKernel.Skipping.class::isInstance).toList();
    assertThat(reports).hasSizeBetween(4, 6);
    FromKernel.Skipping last = (FromKernel.Skipping) reports.get(reports.size() - 1);
    assertThat(last.end().text()).hasSizeLessThanOrEqualTo(Tail.EXCERPT).endsWith("more\n");
    int written = last.leftOut().characters() + last.end().text().length();
    assertThat(written % 5).isZero();
    gate.flush();
    FromKernel.Skipping flushed = (FromKernel.Skipping) sent.get(sent.size() - 1);
    assertThat(flushed.leftOut().characters() + flushed.end().text().length()).isEqualTo(5000);
  }

  @Test
  void what_overwrites_its_line_hardly_counts() {
    for (int i = 0; i < 10_000; i++) {
      gate.write("stderr", "\r" + "#".repeat(80));
    }
    gate.close();
    assertThat(leftOut()).isEmpty();
    for (int i = 0; i < 100_000; i++) {
      gate.write("stderr", "\r" + "#".repeat(80));
    }
    gate.close();
    assertThat(leftOut()).as("a flood is one, whatever it overwrites").hasSize(1);
  }

  @Test
  void values_beyond_the_limit_are_counted_and_the_last_result_is_shown() {
    for (int i = 0; i < 10_000; i++) {
      gate.show(display("" + i));
    }
    gate.write("stdout", "after");
    gate.show(new FromKernel.Wrote(7, new Output.Result(MimeBundle.text("value"))));
    gate.close();
    int most = OutputGate.MOST_DISPLAYS;
    assertThat(sent).hasSizeLessThan(most + 10);
    assertThat(sent.subList(sent.size() - 3, sent.size()))
        .containsExactly(
            new FromKernel.Wrote(7, new Output.LeftOut(0, 0, 10_000 - most)),
            stream("stdout", "after"),
            new FromKernel.Wrote(7, new Output.Result(MimeBundle.text("value"))));
  }

  @Test
  void values_that_are_too_large_together_are_counted() {
    String large = "x".repeat(OutputGate.MOST_DISPLAYED / 2);
    for (int i = 0; i < 3; i++) {
      gate.show(display(large));
    }
    gate.close();
    assertThat(leftOut()).containsExactly(new FromKernel.Wrote(7, new Output.LeftOut(0, 0, 1)));
  }

  @Test
  void of_a_flood_of_pictures_that_take_each_others_place_most_stay_behind() {
    for (int i = 0; i < 10_000; i++) {
      now += 0.1;
      gate.show(new FromKernel.Cleared(7, true));
      gate.show(display("" + i));
    }
    gate.close();
    assertThat(sent).hasSizeLessThan(1500).endsWith(display("9999"));
    sent.clear();
    for (int i = 0; i < 10_000; i++) {
      now += 0.1;
      gate.show(new FromKernel.Updated(7, "a", MimeBundle.text("" + i)));
    }
    gate.close();
    assertThat(sent)
        .hasSizeLessThan(1500)
        .endsWith(new FromKernel.Updated(7, "a", MimeBundle.text("9999")));
  }

  private List<FromKernel> leftOut() {
    return sent.stream()
        .filter(
            message ->
                message instanceof FromKernel.Wrote wrote
                    && wrote.output() instanceof Output.LeftOut)
        .toList();
  }

  private static String lines(int length) {
    return "123456789\n".repeat(length / 10);
  }

  private static FromKernel display(String text) {
    return new FromKernel.Wrote(7, new Output.Display(MimeBundle.text(text)));
  }

  @Test
  void what_is_taken_away_leaves_room_for_as_much_again() {
    gate.write("stdout", "x".repeat(OutputGate.HEAD));
    gate.show(new FromKernel.Cleared(7, true));
    sent.clear();
    gate.write("stdout", "y".repeat(OutputGate.HEAD));
    gate.close();
    assertThat(text()).isEqualTo("y".repeat(OutputGate.HEAD));
    assertThat(leftOut()).isEmpty();
  }

  private String text() {
    return text(sent);
  }

  private static String text(List<FromKernel> messages) {
    StringBuilder all = new StringBuilder();
    for (FromKernel message : messages) {
      if (message instanceof FromKernel.Wrote wrote
          && wrote.output() instanceof Output.Stream stream) {
        all.append(stream.text());
      }
    }
    return all.toString();
  }

  private static FromKernel stream(String name, String text) {
    return new FromKernel.Wrote(7, new Output.Stream(name, text));
  }
}
