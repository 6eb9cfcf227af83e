package vivarium.engine.python.child;

import com.caoccao.javet.exceptions.JavetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vivarium.protocol.ProtocolCodec;
import vivarium.protocol.ToKernel;

/** What a cell that asks gets where no reader is: the lines that its author wrote. */
final class Answers {
  private final Deque<String> lines;
  private final boolean isEmpty;
  private int asking;

  Answers(List<String> lines) {
    this.lines = new ArrayDeque<>(lines);
    this.isEmpty = lines.isEmpty();
  }

  /** A run asks for a line. */
  void ask(int run) {
    asking = run;
  }

  /**
   * Answers, if there was a question. After the last line input is at its end. Where there are no
   * lines at all the cell is ended: what it wrote up to its question is what a page can show.
   */
  boolean give(Realm kernel) throws JavetException {
    if (asking == 0) {
      return false;
    }
    int run = asking;
    asking = 0;
    ToKernel answer =
        isEmpty
            ? new ToKernel.Interrupt(run)
            : new ToKernel.Entered(run, Optional.ofNullable(lines.poll()));
    kernel.call("send", ProtocolCodec.write(answer));
    return true;
  }
}
