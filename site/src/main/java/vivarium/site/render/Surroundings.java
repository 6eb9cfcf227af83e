package vivarium.site.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.json.Json;

/**
 * What a page has around it in its site. All URLs are relative to the page.
 *
 * @param root the folder of the site, with a final slash
 * @param core the folder of styles and browser code, without a final slash; so for the next two
 * @param katex the folder of what mathematics needs
 * @param pyodide the folder of the Python engine
 * @param wheel the Python package that comes with every site; empty where no cell is live
 * @param image the memory image that Python starts from; empty where there is none
 * @param packages what cells may import besides what Python brings, with the URLs of the wheels;
 *     and the addresses of indexes to install more from
 * @param files the files that cells find, as the page's script reads them; empty where there are
 *     none
 * @param integrity what browsers compare a script in {@code core} with, by its name
 * @param stylesheets the author's own, in order
 * @param formats where the document stands in each of its formats
 */
public record Surroundings(
    String root,
    String core,
    String katex,
    String pyodide,
    String wheel,
    String image,
    Json.Arr packages,
    Optional<Json> files,
    Map<String, String> integrity,
    List<String> stylesheets,
    Map<Format, String> formats) {
  public Surroundings {
    integrity = Map.copyOf(integrity);
    stylesheets = List.copyOf(stylesheets);
    formats = Map.copyOf(formats);
  }
}
