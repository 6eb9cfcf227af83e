package vivarium.model.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several representations, as in the <a
 * href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#display-data">Jupyter
 * protocol</a>.
 *
 * @param data the representations by media type, in the order they were given; binary ones are
 *     base64, and JSON is its text
 */
public record MimeBundle(Map<String, String> data) {
  /** The representation that is always there. */
  public static final String TEXT = "text/plain";

  public static final String HTML = "text/html";
  public static final String SVG = "image/svg+xml";
  public static final String PNG = "image/png";
  public static final String JPEG = "image/jpeg";
  public static final String GIF = "image/gif";
  public static final String MARKDOWN = "text/markdown";
  public static final String LATEX = "text/latex";
  public static final String JSON = "application/json";

  /** Says which object in Python is to be seen; only where there is one, and scripts for it. */
  public static final String WIDGET = "application/vnd.jupyter.widget-view+json";

  /** Words that stand for a picture where it is not seen; no form of its own. */
  public static final String ALT = "text/vnd.vivarium.alt";

  public MimeBundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data)); // Map.copyOf loses the order
  }

  /** A bundle of plain text alone. */
  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of(TEXT, text));
  }
}
