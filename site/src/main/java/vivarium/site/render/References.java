package vivarium.site.render;

import vivarium.model.document.Span;

/** Finds what the destinations in a document lead to. */
public interface References {
  /** The URL for a link, not yet escaped for an attribute. */
  String link(String destination, Span span);

  /** The URL for an image. */
  String image(String destination, Span span);

  /** The URL for a script, a style, a film or another file that a page loads by itself. */
  String file(String destination, Span span);
}
