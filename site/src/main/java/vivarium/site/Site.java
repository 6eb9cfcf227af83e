package vivarium.site;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A built site: every file it consists of, by its path. */
public record Site(SortedMap<SitePath, SiteFile> files) {
  public Site {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
