package vivarium.model.display;

import java.util.List;
import java.util.StringTokenizer;
import vivarium.model.output.Output;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/**
 * An exception as a reader sees it: a headline with a link to the line, a hint, what happened in
 * their own code, and, one click away, all that Python says.
 */
final class FailureHtml {
  private FailureHtml() {}

  /** A failure that was read in a notebook has its traceback alone. */
  static String of(Output.Failure failure, Texts texts) {
    Output.Explanation explanation = failure.explanation();
    if (explanation.headline().isEmpty()) {
      String said = failure.name() + ": " + failure.value();
      String text = failure.traceback().isEmpty() ? said : failure.traceback();
      return pre("viv-error", text);
    }
    StringBuilder html = new StringBuilder("<div class=\"viv-error\">");
    html.append("<p class=\"viv-error-headline\">")
        .append(headline(failure))
        .append(place(failure, texts));
    html.append("</p>");
    if (!explanation.hint().isEmpty()) {
      html.append("<p class=\"viv-error-hint\">").append(withCode(explanation.hint()));
      html.append("</p>");
    }
    if (!explanation.own().isEmpty()) {
      html.append(pre("viv-error-own", explanation.own()));
    }
    if (hasMore(failure)) {
      html.append("<details class=\"viv-error-all\"><summary>");
      html.append(text(texts.of(Message.FULL_TRACEBACK)))
          .append("</summary>")
          .append(pre("viv-error-traceback", failure.traceback()));
      html.append("</details>");
    }
    return html.append("</div>").toString();
  }

  private static String headline(Output.Failure failure) {
    String headline = failure.explanation().headline();
    String rest =
        headline.startsWith(failure.name()) ? headline.substring(failure.name().length()) : "";
    String name = rest.isEmpty() ? headline : failure.name();
    return "<strong>" + Terminal.html(name) + "</strong>" + Terminal.html(rest);
  }

  /** The innermost line in a cell. The outermost one is in the cell that ran. */
  private static String place(Output.Failure failure, Texts texts) {
    List<Output.Frame> frames = failure.frames();
    if (frames.isEmpty()) {
      return "";
    }
    Output.Frame innermost = frames.get(frames.size() - 1);
    String line = Integer.toString(innermost.line());
    boolean isHere = innermost.cell().equals(frames.get(0).cell());
    return " <a class=\"viv-error-place\""
        + Markup.attribute("href", "#" + innermost.cell())
        + Markup.attribute("data-line", line)
        + ">"
        + text(texts.of(isHere ? Message.LINE : Message.LINE_OF, line, innermost.cell()))
        + "</a>";
  }

  /** Whether Python says more than what is shown already. */
  private static boolean hasMore(Output.Failure failure) {
    Output.Explanation explanation = failure.explanation();
    return !bare(failure.traceback(), explanation.headline()).equals(bare(explanation.own(), ""));
  }

  /** The lines of a text without their indentation, the first of all and {@code headline}. */
  private static String bare(String text, String headline) {
    StringBuilder bare = new StringBuilder();
    for (StringTokenizer lines = new StringTokenizer(text, "\n"); lines.hasMoreTokens(); ) {
      String words = lines.nextToken().trim();
      if (!words.startsWith("Traceback (") && !words.equals(headline.trim())) {
        bare.append(words).append('\n');
      }
    }
    return bare.toString().trim();
  }

  /** A text in which what is between backticks is code. */
  private static String withCode(String text) {
    StringBuilder html = new StringBuilder();
    int start = 0;
    while (true) {
      int open = text.indexOf('`', start);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        return html.append(text(text.substring(start))).toString();
      }
      html.append(text(text.substring(start, open))).append("<code>");
      html.append(text(text.substring(open + 1, close))).append("</code>");
      start = close + 1;
    }
  }

  private static String pre(String name, String text) {
    return "<pre class=\"" + name + "\">" + Markup.preformatted(Terminal.html(text)) + "</pre>";
  }

  private static String text(String text) {
    return Markup.text(text);
  }
}
