package vivarium.model.display;

import vivarium.model.output.Output;
import vivarium.model.text.Texts;

/** The elements in which outputs stand, one after the other, below a cell. */
public final class OutputHtml {
  private OutputHtml() {}

  /**
   * What was written to a stream.
   *
   * @param html what a {@link Terminal} makes of it
   */
  public static String stream(String name, String html) {
    return "<pre class=\"viv-stream\""
        + Markup.attribute("data-stream", name)
        + ">"
        + Markup.preformatted(html)
        + "</pre>";
  }

  /**
   * A value.
   *
   * @param html the content of {@code shown} when nothing is left to be done with it
   */
  public static String display(Shown shown, String html) {
    return "<div class=\"viv-display\""
        + Markup.attribute("data-mime", shown.type())
        + ">"
        + html
        + "</div>";
  }

  /** The exception that ended a cell. */
  public static String failure(Output.Failure failure, Texts texts) {
    return FailureHtml.of(failure, texts);
  }

  /** What stands where something was left out. */
  public static String leftOut(Output.LeftOut leftOut, Texts texts) {
    return "<p class=\"viv-left-out\">" + Markup.text(LeftOutText.of(leftOut, texts)) + "</p>";
  }
}
