package vivarium.cli;

import java.io.PrintStream;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Prints what cells wrote, as text. */
final class OutputPrinter {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean colour;
  private final boolean all;
  private boolean open;

  /**
   * @param all whether everything is printed, or exceptions only
   */
  OutputPrinter(Surroundings surroundings, boolean all) {
    this.out = surroundings.out();
    this.err = surroundings.err();
    this.colour = surroundings.colour();
    this.all = all;
  }

  /** Prints what a cell wrote: errors to standard error, everything else to standard output. */
  void print(Outputs outputs) {
    for (Output output : outputs.items()) {
      if (output instanceof Output.Failure failure) {
        endLine();
        err.println(TerminalText.written(failure.traceback(), colour).stripTrailing());
      } else if (all) {
        print(output);
      }
    }
    endLine();
  }

  private void print(Output output) {
    if (output instanceof Output.Stream stream) {
      stream(stream);
    } else if (output instanceof Output.Display display) {
      value(display.bundle());
    } else if (output instanceof Output.Result result) {
      value(result.bundle());
    } else if (output instanceof Output.LeftOut leftOut) {
      endLine();
      err.println(leftOut.text());
    }
  }

  private void stream(Output.Stream stream) {
    if (stream.name().equals("stderr")) {
      endLine();
      err.print(TerminalText.written(stream.text(), colour));
      err.flush();
    } else {
      // Whether standard output is a terminal is not known, and a file is no place for colours.
      String text = TerminalText.written(stream.text(), false);
      out.print(text);
      out.flush();
      open = text.isEmpty() ? open : !text.endsWith("\n");
    }
  }

  private void value(MimeBundle bundle) {
    endLine();
    String text = bundle.data().get(MimeBundle.TEXT);
    out.println(
        text == null
            ? "[" + String.join(", ", bundle.data().keySet()) + "]"
            : TerminalText.written(text, false));
  }

  /** What comes next begins on a line of its own. */
  private void endLine() {
    if (open) {
      out.println();
      open = false;
    }
  }
}
