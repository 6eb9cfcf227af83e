package vivarium.site.render.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the author of a document runs and loads in it, read off the page's body. */
final class Named {
  /** Types of script elements that browsers run, or that decide what scripts load. */
  private static final Set<String> RUN =
      Set.of(
          "",
          "module",
          "importmap",
          "speculationrules",
          "text/javascript",
          "application/javascript");

  /** Attributes whose address a deck shows in a frame, besides {@code src}. */
  private static final List<String> FRAMED =
      List.of("data-background-iframe", "data-preview-link", "data-preview-iframe");

  /** Without any of these nothing is named, and the page need not be read as a tree. */
  private static final Pattern ANYTHING =
      Pattern.compile(
          "<(script|iframe|frame|embed|object|form)|data-(background-iframe|preview-)|formaction"
              + "|[\\s\"'/]on[a-z]+\\s*=",
          Pattern.CASE_INSENSITIVE);

  /** An address at the beginning of a text in a script, up to the end of its host. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\"'`]((?:https?:)?//[A-Za-z0-9.\\-]+(?::\\d{1,5})?)");

  private static final Pattern MAKES_CODE = Pattern.compile("\\b(eval|Function)\\b");

  final Set<String> hashes = new TreeSet<>();
  final Set<String> frames = new TreeSet<>();
  final Set<String> plugins = new TreeSet<>();

  /** Hosts that scripts in the text name. */
  final Set<String> scriptHosts = new TreeSet<>();

  boolean hasScripts;
  boolean hasScriptFiles;
  boolean hasForeignScripts;
  boolean hasHandlers;
  boolean makesCode;
  boolean hasPlugins;
  boolean sendsForms;

  private Named() {}

  /** Reads a page's body. */
  static Named in(String body) {
    Named named = new Named();
    if (ANYTHING.matcher(body).find()) {
      named.read(Jsoup.parseBodyFragment(body));
    }
    return named;
  }

  private void read(Document page) {
    for (Element element : page.getAllElements()) {
      switch (element.normalName()) {
        case "script" -> script(element);
        case "iframe", "frame" -> frame(element);
        case "embed" -> plugin(element.attr("src"));
        case "object" -> plugin(element.attr("data"));
        default -> FRAMED.forEach(name -> framed(element, name));
      }
      sendsForms |= source(element.attr("action")).isPresent();
      sendsForms |= source(element.attr("formaction")).isPresent();
      handlers(element);
    }
  }

  private void handlers(Element element) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().startsWith("on")) {
        hasHandlers = true;
        inline(attribute.getValue());
      }
    }
  }

  private void script(Element script) {
    if (!RUN.contains(script.attr("type").strip().toLowerCase(Locale.ROOT))) {
      return;
    }
    for (String place : List.of("src", "href", "xlink:href")) { // The latter in SVG.
      if (script.hasAttr(place)) {
        hasScripts = true;
        hasScriptFiles = true;
        hasForeignScripts |= source(script.attr(place)).isPresent();
        return;
      }
    }
    inline(script.data().isEmpty() ? script.wholeText() : script.data());
  }

  private void inline(String script) {
    hasScripts = true;
    hashes.add(ScriptHash.of(script));
    makesCode |= MAKES_CODE.matcher(script).find();
    Matcher addresses = ADDRESS.matcher(script);
    while (addresses.find()) {
      source(addresses.group(1)).ifPresent(scriptHosts::add);
    }
  }

  /** What stands in a frame's {@code srcdoc} is under the policy of the page. */
  private void frame(Element frame) {
    source(frame.attr("src")).ifPresent(frames::add);
    source(frame.attr("data-src")).ifPresent(frames::add); // Decks load it when it is seen.
    if (frame.hasAttr("srcdoc")) {
      read(Jsoup.parse(frame.attr("srcdoc")));
    }
  }

  /** The address in an attribute, or where a link leads that has the attribute. */
  private void framed(Element element, String attribute) {
    if (element.hasAttr(attribute)) {
      source(element.attr(attribute)).ifPresent(frames::add);
      source(element.attr("href")).ifPresent(frames::add);
    }
  }

  private void plugin(String url) {
    hasPlugins = true;
    source(url).ifPresent(plugins::add);
  }

  /**
   * Where a URL leads, as policies write it: a host with its scheme, or {@code data:}; empty when
   * that is the page's own site.
   */
  static Optional<String> source(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (scheme.equals("data") || scheme.equals("blob")) {
        return Optional.of(scheme + ":");
      }
      if (uri.getRawAuthority() == null) {
        return Optional.empty();
      }
      return Optional.of((scheme.isEmpty() ? "" : scheme + "://") + uri.getRawAuthority())
          .filter(Named::isSource);
    } catch (URISyntaxException e) {
      return Optional.empty(); // Rather refused by browsers than the end of the policy.
    }
  }

  /** Whether nothing in it would end the policy or one of its rules. */
  private static boolean isSource(String source) {
    return source.matches("(https?://)?[A-Za-z0-9.\\-]+(:\\d+)?");
  }
}
