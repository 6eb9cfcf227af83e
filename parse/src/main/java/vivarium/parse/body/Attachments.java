package vivarium.parse.body;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vivarium.model.diagnostic.Location;
import vivarium.model.output.MimeBundle;
import vivarium.parse.source.Findings;

/** The pictures that come with the part of a document that is being read. */
final class Attachments {
  private static final String SCHEME = "attachment:";

  private final Findings findings;
  private Map<String, MimeBundle> current = Map.of();

  Attachments(Findings findings) {
    this.findings = findings;
  }

  /** From here on, these are at hand, by name. */
  void use(Map<String, MimeBundle> attachments) {
    current = attachments;
  }

  /** The address of an image: for one that is attached, itself as a {@code data:} URL. */
  String resolved(String destination, Supplier<Location> where) {
    if (!destination.startsWith(SCHEME)) {
      return destination;
    }
    String name = destination.substring(SCHEME.length());
    Optional<String> url =
        Optional.ofNullable(current.get(name))
            .or(() -> Optional.ofNullable(current.get(PercentCode.decoded(name))))
            .flatMap(Attachments::url);
    if (url.isEmpty()) {
      findings.warning(
          "no-such-attachment",
          where.get(),
          "There is no image " + Findings.quoted(name) + " attached to this cell.",
          "Attach the image to the cell again, or name a file beside the document.");
    }
    return url.orElse("");
  }

  private static Optional<String> url(MimeBundle bundle) {
    return new TreeMap<>(bundle.data())
        .entrySet().stream()
            .filter(entry -> entry.getKey().matches("image/[a-z0-9.+-]+"))
            .map(entry -> "data:" + entry.getKey() + data(entry.getKey(), entry.getValue()))
            .findFirst();
  }

  private static String data(String type, String value) {
    return type.equals(MimeBundle.SVG)
        ? "," + PercentCode.encoded(value)
        : ";base64," + value.replaceAll("\\s+", "");
  }
}
