package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import vivarium.model.text.Texts;

/** What the page of a notebook says, in its language. */
final class Words {
  private static Texts texts = new Texts(key -> key);

  private Words() {}

  /**
   * From now on, the page speaks with these words.
   *
   * @param object has a text for each {@link Word#key}
   */
  static void use(JSObject object) {
    texts = new Texts(key -> text(object, key));
  }

  /** What {@code word} says, with {@code values} in it. */
  static String of(Word word, String... values) {
    return texts.fill(word.key(), values);
  }

  @JSBody(
      params = {"object", "key"},
      script = "return String(object[key]);")
  private static native String text(JSObject object, String key);
}
