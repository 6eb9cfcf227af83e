package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.loading.Loaders;

/** A link that holds the notebook as it is now. */
final class ShareDialog {
  /** Characters. Mail programs and messengers cut longer links, or make none of them. */
  private static final int LONG = 8000;

  private final Loaders loaders;

  ShareDialog(Loaders loaders) {
    this.loaders = loaders;
  }

  /**
   * Shows the link.
   *
   * @param text the notebook
   */
  void open(String text) {
    String shared = Links.withoutOutputs(text);
    loaders
        .links()
        .then(
            module -> {
              Links.Packing packing = (Links.Packing) module;
              packing
                  .pack(shared)
                  .then(
                      packed -> {
                        show(Links.address(packed.stringValue()));
                        return JSUndefined.instance();
                      });
              return JSUndefined.instance();
            });
  }

  private static void show(String link) {
    HTMLElement dialog = Markup.dialog("viv-nb-share", Words.of(Word.SHARE));
    Markup.text(dialog, Words.of(Word.SHARE_HINT));
    HTMLElement field = Markup.add(dialog, "input", "");
    field.setAttribute("readonly", "");
    field.setAttribute("aria-label", Words.of(Word.SHARE_LINK));
    field.setAttribute("value", link);
    HTMLElement copied = Markup.add(dialog, "p", "");
    copied.setAttribute("role", "status");
    HTMLElement button =
        Markup.button(
            dialog,
            "copy-link",
            Words.of(Word.COPY_LINK),
            () ->
                copy(
                    field,
                    isDone -> copied.withText(Words.of(isDone ? Word.COPIED : Word.NOT_COPIED))));
    if (link.length() > LONG) {
      Markup.text(dialog, Words.of(Word.SHARE_LONG, String.valueOf(link.length())));
    }
    Markup.open(dialog);
    button.focus();
  }

  /** Copies what stands in a field, which is selected then in any case. */
  @JSBody(
      params = {"field", "done"},
      script =
          "field.select();"
              + " var writing = navigator.clipboard ? navigator.clipboard.writeText(field.value)"
              + "  : Promise.reject();"
              + " writing.then(function() { done(true); }, function() {"
              + "  done(document.execCommand('copy')); });")
  private static native void copy(HTMLElement field, Done done);

  @JSFunctor
  private interface Done extends JSObject {
    void take(boolean isDone);
  }
}
