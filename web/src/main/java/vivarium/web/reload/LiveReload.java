package vivarium.web.reload;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** Shows an author at once what they write: the development server says when to load again. */
public final class LiveReload {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private LiveReload() {}

  /** Listens to the development server, when the page comes from one. */
  public static void start() {
    HTMLElement meta = DOCUMENT.querySelector("meta[name=viv-live-reload]");
    if (meta != null) {
      listen(
          meta.getAttribute("content"),
          data -> Window.current().getLocation().reload(),
          LiveReload::showProblems);
    }
  }

  private static void showProblems(String data) {
    HTMLElement old = DOCUMENT.querySelector(".viv-problems");
    if (old != null) {
      old.delete();
    }
    List<Json> problems = ((Json.Arr) Json.parse(data)).items();
    if (problems.isEmpty()) {
      return;
    }
    HTMLElement box = DOCUMENT.createElement("aside");
    box.setClassName("viv-problems");
    box.setAttribute("role", "alert");
    HTMLElement title = DOCUMENT.createElement("p").withText(PageTexts.of(Message.PROBLEMS));
    title.setClassName("viv-problems-title");
    box.appendChild(title);
    HTMLElement close = DOCUMENT.createElement("button").withText("×");
    close.setAttribute("type", "button");
    close.setAttribute("aria-label", PageTexts.of(Message.CLOSE));
    close.onClick(event -> box.delete());
    box.appendChild(close);
    HTMLElement list = DOCUMENT.createElement("ul");
    for (Json problem : problems) {
      list.appendChild(item(JsonObject.of(problem)));
    }
    box.appendChild(list);
    DOCUMENT.getBody().appendChild(box);
  }

  private static HTMLElement item(JsonObject problem) {
    HTMLElement item = DOCUMENT.createElement("li");
    item.setAttribute("data-severity", problem.string("severity"));
    String place =
        problem.string("path")
            + (problem.integer("line") > 0 ? ":" + problem.integer("line") : "")
            + (problem.integer("column") > 0 ? ":" + problem.integer("column") : "");
    item.appendChild(DOCUMENT.createElement("code").withText(place));
    item.appendChild(DOCUMENT.createElement("p").withText(problem.string("message")));
    HTMLElement remedy = DOCUMENT.createElement("p").withText(problem.string("remedy"));
    remedy.setClassName("viv-remedy");
    item.appendChild(remedy);
    return item;
  }

  @JSFunctor
  private interface Listener extends JSObject {
    void event(String data);
  }

  @JSBody(
      params = {"url", "reload", "problems"},
      script =
          "var source = new EventSource(url);"
              + " source.addEventListener('reload', function(e) { source.close(); reload(''); });"
              + " source.addEventListener('problems', function(e) { problems(e.data); });"
              + " addEventListener('pagehide', function() { source.close(); });")
  private static native void listen(String url, Listener reload, Listener problems);
}
