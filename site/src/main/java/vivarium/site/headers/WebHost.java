package vivarium.site.headers;

import java.util.Locale;
import vivarium.site.SitePath;

/** Hosts that read from a file which headers they are to send. */
public enum WebHost {
  /** Netlify. */
  NETLIFY("_headers"),
  /** Cloudflare Pages, which reads the same file. */
  CLOUDFLARE("_headers"),
  /** Apache, where the folder may have settings of its own ({@code AllowOverride FileInfo}). */
  APACHE(".htaccess"),
  /** nginx, which does not look for the file: its {@code server} block includes it. */
  NGINX("nginx-headers.conf");

  private final String file;

  WebHost(String file) {
    this.file = file;
  }

  /** Where its file stands in a site. */
  SitePath file() {
    return new SitePath(file);
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
