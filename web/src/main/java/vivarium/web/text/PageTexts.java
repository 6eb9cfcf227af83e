package vivarium.web.text;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/** What this page says to its reader, in its language. */
public final class PageTexts {
  private static Texts texts = new Texts(key -> key);

  private PageTexts() {}

  /**
   * From now on, the page speaks with these texts.
   *
   * @param object has a text for each {@link Message#key}
   */
  public static void use(JSObject object) {
    texts = new Texts(key -> text(object, key));
  }

  /** The texts of the page. */
  public static Texts all() {
    return texts;
  }

  /** What {@code message} says, with {@code values} in it. */
  public static String of(Message message, String... values) {
    return texts.of(message, values);
  }

  @JSBody(
      params = {"object", "key"},
      script = "return String(object[key]);")
  private static native String text(JSObject object, String key);
}
