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
    gates.of(8).write("stdout", "x".repeat(OutputGate.MAX_CHARACTERS + 1));
    gate.write("stdout", "a");
    gates.of(8).close();
    assertThat(sent).contains(stream("stdout", "a"), new FromKernel.LeftOut(8, 1));
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
    for (int i = 0; i < 30_000; i++) {
      now += 0.001;
      gate.write("stdout", "12345\n");
    }
    gate.close();
    assertThat(sent).hasSizeLessThan(OutputGate.BURST + 200);
    assertThat(text()).isEqualTo("12345\n".repeat(30_000));
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
    for (int i = 0; i < 2 * OutputGate.BURST; i++) {
      gate.write(i % 2 == 0 ? "stdout" : "stderr", "" + i);
    }
    gate.show(new Output.Result(MimeBundle.text("value")));
    assertThat(sent).hasSize(2 * OutputGate.BURST + 1);
    assertThat(sent.get(sent.size() - 2)).isEqualTo(stream("stderr", "199"));
  }

  @Test
  void the_limit_itself_passes_and_one_character_more_is_counted() {
    gate.write("stdout", "x".repeat(OutputGate.MAX_CHARACTERS));
    gate.close();
    assertThat(sent).noneMatch(FromKernel.LeftOut.class::isInstance);
    sent.clear();
    now += OutputGate.REPORT;
    gates.of(8).write("stdout", "x".repeat(OutputGate.MAX_CHARACTERS + 1));
    gates.of(8).close();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(1)).isEqualTo(new FromKernel.LeftOut(8, 1));
  }

  @Test
  void what_is_left_out_is_reported_now_and_then_and_exactly_at_the_end() {
    gate.write("stdout", "x".repeat(OutputGate.MAX_CHARACTERS));
    for (int i = 0; i < 1000; i++) {
      now += 1;
      gate.write("stdout", "more");
    }
    gate.close();
    assertThat(sent).filteredOn(FromKernel.LeftOut.class::isInstance).hasSizeBetween(2, 7);
    assertThat(sent.get(sent.size() - 1)).isEqualTo(new FromKernel.LeftOut(7, 4000));
  }

  private String text() {
    StringBuilder all = new StringBuilder();
    for (FromKernel message : sent) {
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
