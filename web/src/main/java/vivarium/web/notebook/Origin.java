package vivarium.web.notebook;

import java.util.function.Consumer;
import org.teavm.jso.core.JSUndefined;
import vivarium.web.PageConfig;
import vivarium.web.loading.Loaders;

/**
 * The notebook that a page begins with.
 *
 * @param kind where it comes from
 * @param document names it among all of the origin
 * @param text its text
 * @param hash changes when the text does
 */
record Origin(Kind kind, String document, String text, String hash) {
  /** Where a notebook comes from. */
  enum Kind {
    /** The site. */
    SITE,
    /** The address of the page: somebody sent it. */
    LINK,
    /** A file of the reader's own machine, which the page saves. */
    FILE
  }

  /** How it came, as far as there is something to say of it. */
  enum Arrival {
    EXPECTED,
    BY_LINK,
    /** There was a link, whose notebook cannot be read. */
    DAMAGED
  }

  /** Takes what was found. */
  interface Found {
    void take(Origin origin, Arrival arrival);
  }

  /**
   * Finds the notebook of a page.
   *
   * @param published the text of the one of the site
   * @param failed told why the file cannot be read
   */
  static void find(
      PageConfig config, Loaders loaders, String published, Found found, Consumer<String> failed) {
    String address = SavedFile.address();
    String packed = Links.here();
    Origin ofSite = new Origin(Kind.SITE, config.document(), published, config.notebookHash());
    if (address != null) {
      SavedFile.read(
          address,
          (text, tag) ->
              found.take(
                  new Origin(Kind.FILE, "file " + SavedFile.id(), text, tag), Arrival.EXPECTED),
          failed::accept);
    } else if (packed.isEmpty()) {
      found.take(ofSite, Arrival.EXPECTED);
    } else {
      unpack(
          config.document(),
          loaders,
          packed,
          origin -> found.take(origin, Arrival.BY_LINK),
          () -> found.take(ofSite, Arrival.DAMAGED));
    }
  }

  private static void unpack(
      String document, Loaders loaders, String packed, Consumer<Origin> found, Runnable damaged) {
    loaders
        .links()
        .then(
            module -> {
              Links.Packing packing = (Links.Packing) module;
              packing
                  .unpack(packed)
                  .then(
                      text -> {
                        String own = Links.withoutOutputs(text.stringValue());
                        String name = packing.nameOf(own);
                        found.accept(new Origin(Kind.LINK, document + " link " + name, own, name));
                        return JSUndefined.instance();
                      })
                  .catchError(
                      reason -> {
                        damaged.run();
                        return JSUndefined.instance();
                      });
              return JSUndefined.instance();
            });
  }
}
