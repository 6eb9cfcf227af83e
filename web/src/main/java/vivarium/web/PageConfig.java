package vivarium.web;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.protocol.ToKernel;

/**
 * Where a page finds what its cells need, and what names its document in this browser.
 *
 * @param boot where the kernel finds its files
 * @param mathematics the folder of what mathematics and Markdown need, with a final slash
 * @param autorun whether cells run by themselves
 * @param document names the document among all of the origin
 * @param notebook the address of the notebook's file, on a notebook's page
 * @param notebookHash the hash of that file
 * @param notebookName what readers call it
 */
public record PageConfig(
    ToKernel.Boot boot,
    String mathematics,
    boolean autorun,
    String document,
    String notebook,
    String notebookHash,
    String notebookName) {
  private static final JsonObject NO_NOTEBOOK =
      JsonObject.empty().with("url", "").with("hash", "").with("name", "");

  /** What the page says; a page without live cells says nothing, and never starts Python. */
  public static PageConfig read(HTMLDocument document) {
    HTMLElement element = document.getElementById("viv-config");
    if (element == null) {
      return new PageConfig(new ToKernel.Boot("", "", "", "[]", ""), "", false, "", "", "", "");
    }
    JsonObject config = JsonObject.of(Json.parse(element.getTextContent()));
    String image = config.string("image");
    JsonObject notebook =
        config.has("notebook") ? JsonObject.of(config.get("notebook")) : NO_NOTEBOOK;
    return new PageConfig(
        new ToKernel.Boot(
            Address.absolute(config.string("engine")),
            Address.absolute(config.string("python")),
            image.isEmpty() ? "" : Address.absolute(image),
            packages(config),
            files(config)),
        Address.absolute(config.string("mathematics")),
        config.bool("autorun"),
        // Of two sites on one host each has its own; a page has one, whatever its address ends in.
        Address.folder(config.string("site")) + " " + config.string("document"),
        Address.absolute(notebook.string("url")),
        notebook.string("hash"),
        notebook.string("name"));
  }

  /** What cells may import, with full URLs: Python has an address of its own. */
  private static String packages(JsonObject config) {
    List<Json> packages = new ArrayList<>();
    List<Json> offered = config.has("packages") ? config.array("packages") : List.of();
    for (Json each : offered) {
      JsonObject found = JsonObject.of(each);
      packages.add(found.with("url", Address.absolute(found.string("url"))).build());
    }
    return new Json.Arr(packages).text();
  }

  /** What the kernel is told of files. */
  private static String files(JsonObject config) {
    return config.has("files")
        ? JsonObject.of(config.get("files"))
            .with("root", Address.absolute(config.string("site")))
            .build()
            .text()
        : "";
  }

  /** Addresses, which pages write relative to themselves. */
  private static final class Address {
    @JSBody(params = "url", script = "return new URL(url, document.baseURI).href;")
    static native String absolute(String url);

    @JSBody(params = "url", script = "return new URL(url, document.baseURI).pathname;")
    static native String folder(String url);
  }
}
