package vivarium.packages.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.PageFile;
import vivarium.packages.requirement.PackageName;

/** The page of a package in HTML, as PEP 503 has it. */
final class SimpleHtml {
  private static final String HASH = "#sha256=";

  private SimpleHtml() {}

  static Listing read(PackageName name, Address page, String text) throws IndexException {
    List<PageFile> files = new ArrayList<>();
    for (Element link : Jsoup.parse(text).select("a[href]")) {
      String href = link.attr("href");
      int fragment = href.indexOf('#');
      String metadata =
          link.hasAttr("data-core-metadata")
              ? link.attr("data-core-metadata")
              : link.attr("data-dist-info-metadata");
      files.add(
          new PageFile(
              link.text().strip(),
              fragment < 0 ? href : href.substring(0, fragment),
              href.contains(HASH)
                  ? Optional.of(href.substring(href.indexOf(HASH) + HASH.length()))
                  : Optional.empty(),
              Optional.of(link.attr("data-requires-python")),
              link.hasAttr("data-yanked")
                  ? Optional.of(link.attr("data-yanked"))
                  : Optional.empty(),
              !metadata.isEmpty() && !metadata.equals("false"),
              metadata.startsWith("sha256=")
                  ? Optional.of(metadata.substring("sha256=".length()))
                  : Optional.empty()));
    }
    return PageFile.listing(name, page, files);
  }
}
