package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.engine.python.CellFiles;
import vivarium.execute.Executed;
import vivarium.model.document.Document;
import vivarium.parse.DocumentParser;

@Timeout(60)
class PatientExecutionTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Test
  void a_document_that_runs_in_time_has_its_outputs_and_runs_once() throws Exception {
    try (PatientExecution patient = patient(LONG, (d, files) -> new Executed(d, List.of(), true))) {
      Executed first = patient.execute(document("1"), CellFiles.NONE);
      assertThat(first.fromCache()).isTrue();
      assertThat(patient.execute(document("1"), CellFiles.NONE)).isSameAs(first);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void a_document_that_takes_long_follows_later() throws Exception {
    try (PatientExecution patient = patient(SHORT, this::slowly)) {
      assertThat(patient.execute(document("1"), CellFiles.NONE).fromCache()).isFalse();
      assertThat(patient.execute(document("1"), CellFiles.NONE).fromCache()).isFalse();
      end.countDown();
      assertThat(told.take()).isEqualTo("late a.md");
      assertThat(told.take()).isEqualTo("ready");
      assertThat(patient.execute(document("1"), CellFiles.NONE).fromCache()).isTrue();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void an_edit_stops_the_cells_of_the_text_before_it() throws Exception {
    try (PatientExecution patient = patient(SHORT, this::slowly)) {
      patient.execute(document("1"), CellFiles.NONE);
      patient.execute(document("2"), CellFiles.NONE);
      assertThat(stopped.await(50, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(told).containsOnly("late a.md");
  }

  @Test
  void a_failure_is_passed_on() {
    IllegalStateException failure = new IllegalStateException("no Python");
    Execution failing =
        (document, files) -> {
          throw failure;
        };
    try (PatientExecution patient = patient(LONG, failing)) {
      assertThatThrownBy(() -> patient.execute(document("1"), CellFiles.NONE)).isSameAs(failure);
    }
  }

  private Executed slowly(Document document, CellFiles files) throws InterruptedException {
    try {
      end.await();
      return new Executed(document, List.of(), true);
    } catch (InterruptedException e) {
      stopped.countDown();
      throw e;
    }
  }

  private PatientExecution patient(Duration patience, Execution execution) {
    return new PatientExecution(
        execution,
        patience,
        new PatientExecution.Listener() {
          @Override
          public void late(String path) {
            told.add("late " + path);
          }

          @Override
          public void ready() {
            told.add("ready");
          }
        });
  }

  private static Document document(String code) {
    String text = "```python {run}\n" + code + "\n```\n";
    return DocumentParser.parse("a.md", text.getBytes(StandardCharsets.UTF_8)).document();
  }
}
