package vivarium.kernel.pyodide;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** A running interpreter. */
@JSClass(transparent = true)
public abstract class Pyodide implements JSObject {
  /** A line of the engine's own code would be a megabyte; in characters. */
  private static final int MAX_REASON = 300;

  private Pyodide() {}

  /** Fetches the bytes at {@code url}; rejected when the answer is not a success. */
  @JSBody(
      params = "url",
      script =
          "return fetch(url).then(function(answer) {"
              + " if (!answer.ok) { throw new Error(url + ' answered ' + answer.status); }"
              + " return answer.arrayBuffer(); });")
  public static native JSPromise<JSObject> fetch(String url);

  /** Unpacks a wheel where Python finds it. */
  @JSBody(
      params = "bytes",
      script =
          "var folder = this.runPython('import site; site.getsitepackages()[0]');"
              + " this.unpackArchive(bytes, 'wheel', {extractDir: folder});")
  public native void unpackWheel(JSObject bytes);

  /** The version of Python, such as {@code 3.14.2}. */
  @JSBody(script = "return this.runPython('import sys; sys.version.split()[0]');")
  public native String pythonVersion();

  /** Learns that the interpreter broke down: its promises are never settled then. */
  @JSFunctor
  public interface Fatal extends JSObject {
    void died(String reason);
  }

  /** Calls {@code fatal} when the interpreter breaks down or ends itself. */
  @JSBody(
      params = "fatal",
      script =
          "this._api.on_fatal = function(error) {"
              + " fatal(String(error && error.message || error)); };")
  public native void onFatal(Fatal fatal);

  /** Makes an interpreter that came from an image one of its own. */
  @JSBody(script = "this.pyimport('vivarium.images').resume();")
  public native void resume();

  /**
   * Fetches wheels of {@code packages}, a JSON list.
   *
   * @param atOnce whether to begin with those that are wanted before Python asks: it is not up yet
   */
  @JSBody(
      params = {"packages", "atOnce"},
      script =
          "var begun = {};"
              + " function load(url, again) {"
              + "  return fetch(url, again ? {cache: 'reload'} : {}).then(function(answer) {"
              + "   if (!answer.ok) { throw new Error(url + ' answered ' + answer.status); }"
              + "   return answer.arrayBuffer(); }); }"
              + " if (atOnce) { JSON.parse(packages).forEach(function(each) { if (each.wanted) {"
              + "  begun[each.url] = load(each.url, false);"
              + "  begun[each.url].catch(function() {}); } }); }"
              + " return function(url, again) {"
              + "  var first = begun[url]; delete begun[url]; return first || load(url, again); };")
  public static native Wheels wheels(String packages, boolean atOnce);

  /**
   * Tells Python which packages the site has; resolved when those are unpacked that cells want.
   *
   * @param packages a JSON list
   * @param started may have a function {@code installer}, which promises the script of that name
   */
  @JSBody(
      params = {"packages", "wheels", "started"},
      script =
          "return Promise.resolve(this.pyimport('vivarium.wheels')"
              + ".start(packages, wheels, started.installer));")
  public native JSPromise<JSObject> offer(String packages, Wheels wheels, Starter.Started started);

  /** The module {@code vivarium.cells}. */
  @JSBody(script = "return this.pyimport('vivarium.cells');")
  public native Cells cells();

  /**
   * The module {@code vivarium.questions}, imported for the first question. Where Python has broken
   * down there is no answer, and nobody need hear of it twice.
   */
  @JSBody(
      script =
          "var pyodide = this, module;"
              + " return {answer: function(about, code, caret, env) { try {"
              + "  module = module || pyodide.pyimport('vivarium.questions');"
              + "  return module.answer(about, code, caret, env);"
              + " } catch (error) { return 'null'; } }};")
  public native Questions questions();

  /** What stands behind a rejected promise, in one line. */
  public static String reason(Object reason) {
    return lastLine(message(reason));
  }

  /** The last line of a message: what went wrong, where the others tell of the way there. */
  public static String lastLine(String message) {
    String text = message.trim();
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return line.substring(0, Math.min(MAX_REASON, line.length()));
  }

  @JSBody(params = "reason", script = "return String(reason && reason.message || reason);")
  private static native String message(Object reason);
}
