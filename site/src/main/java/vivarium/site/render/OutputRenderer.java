package vivarium.site.render;

import vivarium.engine.typeset.Typesetter;
import vivarium.model.display.OutputHtml;
import vivarium.model.display.Shown;
import vivarium.model.display.Terminal;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.model.text.Texts;
import vivarium.site.render.sanitize.Sanitizer;

/** Makes the HTML of outputs, which is what a page shows when the cell runs in it. */
final class OutputRenderer {
  private final Typesetter typesetter;
  private final Mathematics mathematics;
  private final Texts texts;

  OutputRenderer(Typesetter typesetter, Mathematics mathematics, Texts texts) {
    this.typesetter = typesetter;
    this.mathematics = mathematics;
    this.texts = texts;
  }

  /** Everything that stands in the element for outputs. */
  String html(Outputs outputs) {
    StringBuilder html = new StringBuilder();
    String stream = "";
    Terminal terminal = new Terminal();
    for (Output output : outputs.items()) {
      if (output instanceof Output.Stream written) {
        if (!written.name().equals(stream)) {
          end(stream, terminal, html);
          terminal = new Terminal();
          stream = written.name();
        }
        terminal.write(written.text());
      } else {
        end(stream, terminal, html);
        stream = "";
        html.append(other(output));
      }
    }
    end(stream, terminal, html);
    return html.toString();
  }

  private static void end(String stream, Terminal terminal, StringBuilder html) {
    if (!stream.isEmpty()) {
      html.append(OutputHtml.stream(stream, terminal.html()));
    }
  }

  private String other(Output output) {
    if (output instanceof Output.Display display) {
      return value(display.bundle());
    }
    if (output instanceof Output.Result result) {
      return value(result.bundle());
    }
    if (output instanceof Output.LeftOut leftOut) {
      return OutputHtml.leftOut(leftOut, texts);
    }
    return output instanceof Output.Failure failure ? OutputHtml.failure(failure, texts) : "";
  }

  private String value(MimeBundle bundle) {
    Shown shown = Shown.of(bundle, texts);
    String html =
        switch (shown.kind()) {
          case READY -> shown.content();
          case HTML -> Sanitizer.html(shown.content());
          case MARKDOWN -> typeset(typesetter.markdown(shown.content()));
          case LATEX -> typeset(typesetter.latex(shown.content()));
        };
    return OutputHtml.display(shown, html);
  }

  private String typeset(String html) {
    mathematics.noteIn(html);
    return Sanitizer.typeset(html);
  }
}
