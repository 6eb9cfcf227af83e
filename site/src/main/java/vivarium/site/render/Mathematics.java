package vivarium.site.render;

import java.util.ArrayList;
import java.util.List;
import vivarium.engine.typeset.MathException;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Span;

/** Sets the mathematics of a document, and notes what is wrong with it. */
final class Mathematics {
  private final Typesetter typesetter;
  private final String path;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean used;

  Mathematics(Typesetter typesetter, String path) {
    this.typesetter = typesetter;
    this.path = path;
  }

  /** The HTML of {@code tex}; the TeX itself, as code, when it is wrong. */
  String html(String tex, boolean display, Span span) {
    try {
      String html = typesetter.math(tex, display);
      used = true;
      return html;
    } catch (MathException e) {
      diagnostics.add(
          Diagnostic.warning(
              "bad-math",
              new Location(path, span.line(), span.column()),
              "This mathematics cannot be set: " + sentence(e),
              "Correct the TeX; until then it is shown as code."));
      return "<code class=\"language-tex\">" + Html.escape(tex) + "</code>";
    }
  }

  /** Looks for mathematics in HTML that was set elsewhere. */
  void noteIn(String html) {
    used |= html.contains("class=\"katex\"");
  }

  /** Whether anything was set, so that a page needs the styles for it. */
  boolean used() {
    return used;
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private static String sentence(MathException wrong) {
    String message = String.valueOf(wrong.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }
}
