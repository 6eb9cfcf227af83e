package vivarium.check.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Block;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.Span;
import vivarium.site.plan.Plan;
import vivarium.site.plan.Slide;
import vivarium.site.plan.Slides;

/** A document that is shown as slides, and where each of them begins. */
final class Deck {
  private final Document document;
  private final String page;
  private final List<Slide> slides;

  private Deck(Document document, String page) {
    this.document = document;
    this.page = page;
    this.slides = Slides.of(Plan.of(document)).stacks().stream().flatMap(List::stream).toList();
  }

  /** The decks among {@code documents}. */
  static List<Deck> among(List<Document> documents, boolean alone) {
    List<Deck> decks = new ArrayList<>();
    for (Document document : documents) {
      page(document, alone).ifPresent(page -> decks.add(new Deck(document, page)));
    }
    return decks;
  }

  /** Its place in the site: under the document's own name when slides are its first format. */
  private static Optional<String> page(Document document, boolean alone) {
    int place = Plan.of(document).formats().indexOf(Format.SLIDES);
    if (place < 0) {
      return Optional.empty();
    }
    String path = document.path();
    String base = alone ? "index" : path.substring(0, path.lastIndexOf('.'));
    return Optional.of(base + (place == 0 ? ".html" : ".slides.html"));
  }

  /** The path of the document. */
  String path() {
    return document.path();
  }

  /** The path of its page in the site. */
  String page() {
    return page;
  }

  /** How many slides the source has; the page has one more when it shows a title of its own. */
  int size() {
    return slides.size();
  }

  /**
   * Where a slide begins: its heading, else its first line.
   *
   * @param id the id of the slide in the page; empty when it has none
   * @param index its place in the page, from 0
   * @param shown how many slides the page has
   */
  Location where(String id, int index, int shown) {
    Optional<Block> block =
        slides.stream()
            .flatMap(slide -> slide.heading().stream())
            .filter(heading -> heading.id().equals(id))
            .findFirst()
            .map(Block.class::cast)
            .or(() -> first(index - Math.max(0, shown - slides.size())));
    return block.map(this::location).orElse(Location.file(document.path()));
  }

  private Optional<Block> first(int place) {
    return place < 0 || place >= slides.size()
        ? Optional.empty()
        : slides.get(place).blocks().stream().findFirst();
  }

  private Location location(Block block) {
    Span span = block.span();
    return new Location(document.path(), span.line(), span.column());
  }
}
