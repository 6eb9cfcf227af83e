package vivarium.model.display;

import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.output.MimeBundle;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/**
 * The representation of a value that is shown, which is the richest it has.
 *
 * @param type its media type
 * @param kind what is still to be done with {@code content}
 */
public record Shown(String type, Kind kind, String content) {
  /** What is to be done before something is shown. */
  public enum Kind {
    /** Nothing: it is HTML that can do no harm. */
    READY,
    /** It is HTML that has to be sanitised. */
    HTML,
    /** It is Markdown that has to be rendered, and then sanitised. */
    MARKDOWN,
    /** It is text with TeX in it that has to be rendered, and then sanitised. */
    LATEX
  }

  /** What is longer is shown as text: no one reads it, and rendering it would hold up the page. */
  static final int LONGEST_TO_RENDER = 100_000;

  private static final String[] IMAGES = {
    MimeBundle.SVG, MimeBundle.PNG, MimeBundle.JPEG, MimeBundle.GIF
  };

  /**
   * What is shown of {@code bundle}.
   *
   * @param texts for what is said to the reader
   */
  public static Shown of(MimeBundle bundle, Texts texts) {
    String html = bundle.data().get(MimeBundle.HTML);
    if (html != null) {
      return new Shown(MimeBundle.HTML, Kind.HTML, html);
    }
    for (String type : IMAGES) {
      String data = bundle.data().get(type);
      if (data != null) {
        String alt = bundle.data().getOrDefault(MimeBundle.ALT, texts.of(Message.IMAGE));
        return new Shown(type, Kind.READY, Image.html(type, data, alt));
      }
    }
    String markdown = bundle.data().get(MimeBundle.MARKDOWN);
    if (markdown != null) {
      return rendered(MimeBundle.MARKDOWN, Kind.MARKDOWN, markdown);
    }
    String latex = bundle.data().get(MimeBundle.LATEX);
    if (latex != null) {
      return rendered(MimeBundle.LATEX, Kind.LATEX, latex);
    }
    String json = bundle.data().get(MimeBundle.JSON);
    if (json != null) {
      return json(json, texts);
    }
    return bundle.data().containsKey(MimeBundle.WIDGET)
        ? waiting(texts)
        : text(bundle.data().getOrDefault(MimeBundle.TEXT, ""));
  }

  /** In place of a widget whose object is not there: its text says little to a reader. */
  private static Shown waiting(Texts texts) {
    String said = Markup.text(texts.of(Message.WIDGET_WAITS));
    return new Shown(
        MimeBundle.WIDGET, Kind.READY, "<p class=\"viv-widget-waits\">" + said + "</p>");
  }

  private static Shown rendered(String type, Kind kind, String source) {
    return source.length() > LONGEST_TO_RENDER ? text(source) : new Shown(type, kind, source);
  }

  private static Shown json(String text, Texts texts) {
    try {
      return new Shown(MimeBundle.JSON, Kind.READY, JsonTree.html(Json.parse(text), texts));
    } catch (JsonException e) {
      return text(text);
    }
  }

  private static Shown text(String text) {
    String html = Markup.preformatted(Terminal.html(text));
    return new Shown(MimeBundle.TEXT, Kind.READY, "<pre>" + html + "</pre>");
  }
}
