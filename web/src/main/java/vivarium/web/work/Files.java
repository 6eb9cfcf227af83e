package vivarium.web.work;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Hands files to the reader, and takes theirs. */
final class Files {
  private Files() {}

  /** Takes the text of a file. */
  @JSFunctor
  interface Reader extends JSObject {
    void take(String text);
  }

  /** Lets the browser download a text as a file. */
  @JSBody(
      params = {"name", "type", "text"},
      script =
          "var link = document.createElement('a');"
              + " link.href = URL.createObjectURL(new Blob([text], {type: type}));"
              + " link.download = name; link.click();"
              + " setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);")
  static native void download(String name, String type, String text);

  /** Lets the reader choose a file with this ending, and reads it. */
  @JSBody(
      params = {"ending", "reader"},
      script =
          "var input = document.createElement('input'); input.type = 'file';"
              + " input.accept = ending; input.onchange = function() {"
              + "  input.files[0].text().then(function(text) { reader(text); }); };"
              + " input.click();")
  static native void choose(String ending, Reader reader);

  /** Puts a text where the reader can paste it from; nothing happens where that is not allowed. */
  @JSBody(
      params = "text",
      script = "if (navigator.clipboard) { navigator.clipboard.writeText(text); }")
  static native void copy(String text);
}
