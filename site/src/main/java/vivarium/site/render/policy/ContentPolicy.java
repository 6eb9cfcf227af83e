package vivarium.site.render.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vivarium.packages.hash.Sha256;

/**
 * The <a href="https://www.w3.org/TR/CSP3/">content security policy</a> of a page: it runs the
 * scripts that it was built with, and none that come into it later. It is read off what the author
 * wrote: their scripts, frames and styles stay as they are.
 *
 * <p>It says nothing to workers, which have their own: so cells reach the network as before.
 */
public final class ContentPolicy {
  private static final String SELF = "'self'";
  private static final List<String> OWN = List.of(SELF, "data:", "blob:");
  private static final List<String> ANY = List.of("*", "data:", "blob:");

  /** Types of script elements that browsers run. */
  private static final Set<String> RUN =
      Set.of("", "module", "importmap", "text/javascript", "application/javascript");

  private final Set<String> scripts = new TreeSet<>();
  private final Set<String> frames = new TreeSet<>();
  private boolean hasScripts;
  private boolean hasForeignScripts;

  private ContentPolicy(String body) {
    if (body.contains("<")) {
      read(Jsoup.parseBodyFragment(body));
    }
  }

  /**
   * The policy of a page, for a {@code meta} element.
   *
   * @param body what stands in it, as HTML
   * @param fetched URLs of files that its own scripts fetch
   */
  public static String of(String body, Collection<String> fetched) {
    return new ContentPolicy(body).text(fetched);
  }

  private void read(Document page) {
    for (Element element : page.getAllElements()) {
      switch (element.normalName()) {
        case "script" -> script(element);
        case "iframe", "embed", "frame" -> frame(element);
        case "object" -> origin(element.attr("data")).ifPresent(frames::add);
        default -> origin(element.attr("data-background-iframe")).ifPresent(frames::add);
      }
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().startsWith("on")) {
          hasScripts = true;
          scripts.add("'unsafe-hashes'");
          scripts.add(hash(attribute.getValue()));
        }
      }
    }
  }

  private void script(Element script) {
    if (!RUN.contains(script.attr("type").strip().toLowerCase(Locale.ROOT))) {
      return;
    }
    hasScripts = true;
    if (script.hasAttr("src")) {
      hasForeignScripts |= origin(script.attr("src")).isPresent();
    } else {
      scripts.add(hash(script.data()));
    }
  }

  /** What stands in a frame's {@code srcdoc} is under the policy of the page. */
  private void frame(Element frame) {
    origin(frame.attr("src")).ifPresent(frames::add);
    if (frame.hasAttr("srcdoc")) {
      read(Jsoup.parse(frame.attr("srcdoc")));
    }
  }

  private String text(Collection<String> fetched) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    rules.put("default-src", OWN);
    rules.put(
        "script-src",
        hasForeignScripts
            ? and(ANY, List.of("'unsafe-inline'", "'unsafe-eval'"))
            : and(List.of(SELF, "'wasm-unsafe-eval'"), scripts));
    // Editors and formulas style by rules and attributes of their own.
    rules.put("style-src", and(ANY, List.of("'unsafe-inline'")));
    for (String seen : List.of("img-src", "media-src", "font-src")) {
      rules.put(seen, ANY);
    }
    Set<String> origins = new TreeSet<>();
    fetched.forEach(url -> origin(url).ifPresent(origins::add));
    rules.put("connect-src", hasScripts ? ANY : and(OWN, origins));
    rules.put("worker-src", List.of(SELF, "blob:"));
    rules.put("frame-src", hasScripts ? ANY : and(OWN, frames));
    rules.put("object-src", frames.isEmpty() ? List.of("'none'") : and(List.of(SELF), frames));
    rules.put("base-uri", List.of(SELF));
    return rules.entrySet().stream()
        .map(rule -> rule.getKey() + " " + String.join(" ", rule.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static List<String> and(Collection<String> some, Collection<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Where a URL leads; empty when that is the page's own site. */
  private static Optional<String> origin(String url) {
    try {
      URI uri = new URI(url.strip());
      if (uri.getRawAuthority() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme() == null ? "" : uri.getScheme() + "://";
      return Optional.of(scheme + uri.getRawAuthority()).filter(ContentPolicy::isSource);
    } catch (URISyntaxException e) {
      return Optional.empty(); // Browsers load nothing from there.
    }
  }

  /** Whether nothing in it would end the policy or one of its rules. */
  private static boolean isSource(String origin) {
    return origin.matches("(https?://)?[A-Za-z0-9.\\-]+(:\\d+)?");
  }

  /** As browsers see the text of a script: with lines that end in a line feed. */
  private static String hash(String script) {
    String text = script.replace("\r\n", "\n").replace('\r', '\n');
    byte[] digest = HexFormat.of().parseHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex());
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
