package vivarium.web.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ToKernel;

/**
 * What the kernel was asked and has not answered. It hears one question of a kind at a time, and
 * then the newest: nobody wants to know any more what was asked in between.
 */
final class OpenQuestions {
  /** What is said in place of an answer. */
  static final String BUSY = "busy";

  /**
   * Longer than an idle Python takes on a slow phone; in milliseconds. While a cell keeps Python
   * busy, only the first question waits for so long.
   */
  private static final int PATIENCE = 1000;

  private final Consumer<ToKernel> kernel;
  private final Map<String, Question> heard = new HashMap<>();
  private final Map<String, Question> newest = new HashMap<>();
  private int last;

  OpenQuestions(Consumer<ToKernel> kernel) {
    this.kernel = kernel;
  }

  /** A question, and who asks it for as long as they wait. */
  private static final class Question {
    final ToKernel.Ask ask;
    @Nullable Answer asker;

    Question(ToKernel.Ask ask, Answer asker) {
      this.ask = ask;
      this.asker = asker;
    }

    void answer(String text) {
      Answer waiting = asker;
      asker = null;
      if (waiting != null) {
        waiting.take(text);
      }
    }
  }

  void ask(String about, String code, int caret, String env, Answer asker) {
    Question question = new Question(new ToKernel.Ask(++last, about, code, caret, env), asker);
    Question before = heard.get(about);
    if (before == null) {
      send(question);
    } else if (before.asker == null) {
      question.answer(BUSY); // A cell keeps Python from answering.
      return;
    } else {
      Question passed = newest.put(about, question);
      if (passed != null) {
        passed.answer(BUSY);
      }
    }
    Window.setTimeout(() -> question.answer(BUSY), PATIENCE);
  }

  private void send(Question question) {
    heard.put(question.ask.about(), question);
    kernel.accept(question.ask);
  }

  void answered(FromKernel.Answered answered) {
    for (Question question : List.copyOf(heard.values())) {
      if (question.ask.ask() == answered.ask()) {
        String about = question.ask.about();
        heard.remove(about);
        Question next = newest.remove(about);
        if (next != null && next.asker != null) {
          send(next);
        }
        question.answer(answered.answer());
      }
    }
  }

  /** The kernel is gone: nothing will be answered. */
  void end() {
    List<Question> unheard = List.copyOf(newest.values());
    List<Question> unanswered = List.copyOf(heard.values());
    newest.clear();
    heard.clear();
    unheard.forEach(question -> question.answer(BUSY));
    unanswered.forEach(question -> question.answer(BUSY));
  }
}
