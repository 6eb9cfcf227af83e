package vivarium.check.slides;

import java.util.List;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;
import vivarium.site.Build;

/** Checks the slides of a built site. */
@FunctionalInterface
public interface SlideCheck {
  /**
   * Tells of each slide from which something sticks out.
   *
   * @param build a build that has a site
   * @param documents what the site was built from
   * @param alone whether a single file was built
   * @throws vivarium.check.browser.BrowserException when there is no browser to look with
   */
  List<Diagnostic> check(Build build, List<Document> documents, boolean alone)
      throws InterruptedException;
}
