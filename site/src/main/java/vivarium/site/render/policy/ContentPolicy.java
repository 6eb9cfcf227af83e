package vivarium.site.render.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The <a href="https://www.w3.org/TR/CSP3/">content security policy</a> of a page: it runs the
 * scripts that it was built with, and none that come into it later. It is read off what the author
 * wrote: their scripts, frames and styles stay as they are.
 *
 * <p>It says nothing to workers, which have their own: so cells reach the network as before.
 */
public final class ContentPolicy {
  private static final String SELF = "'self'";
  private static final List<String> ANY = List.of("*", "data:", "blob:");

  /**
   * The script that reveal.js 6.0.2 writes into the speaker's window, which has the policy of its
   * deck. When another version has another script, the browser's console says its hash.
   */
  private static final String SPEAKER = "'sha256-GzCveToXhSIzS3M5eQeRm3McVRB7cYneYKwTkzA3wDk='";

  private final Named named;
  private final boolean isDeck;

  private ContentPolicy(Named named, boolean isDeck) {
    this.named = named;
    this.isDeck = isDeck;
  }

  /**
   * The policy of a page, for a {@code meta} element.
   *
   * @param body what stands in it, as HTML
   * @param fetched URLs of files that its own scripts fetch
   * @param isDeck whether it is shown as slides
   */
  public static String of(String body, Collection<String> fetched, boolean isDeck) {
    return new ContentPolicy(Named.in(body), isDeck).text(fetched);
  }

  private String text(Collection<String> fetched) {
    Map<String, Collection<String>> rules = new LinkedHashMap<>();
    rules.put("default-src", List.of(SELF));
    rules.put("script-src", scripts());
    // Editors and formulas style by rules and attributes of their own.
    rules.put("style-src", and(ANY, List.of("'unsafe-inline'")));
    for (String seen : List.of("img-src", "media-src", "font-src")) {
      rules.put(seen, ANY);
    }
    Set<String> origins = new TreeSet<>();
    fetched.forEach(url -> Named.source(url).ifPresent(origins::add));
    boolean mayAsk = named.hasScripts; // What an author's script asks for is not known.
    rules.put("connect-src", mayAsk ? ANY : and(List.of(SELF, "data:", "blob:"), origins));
    rules.put("worker-src", List.of(SELF, "blob:"));
    Collection<String> frames = and(named.frames, named.plugins).stream().distinct().toList();
    rules.put("frame-src", mayAsk ? ANY : and(List.of(SELF), frames));
    rules.put(
        "object-src", named.hasPlugins ? and(List.of(SELF), named.plugins) : List.of("'none'"));
    rules.put("base-uri", List.of(SELF));
    if (!mayAsk && !named.sendsForms) {
      rules.put("form-action", List.of(SELF)); // Else a form's host may lead on to any other.
    }
    return rules.entrySet().stream()
        .map(rule -> rule.getKey() + " " + String.join(" ", rule.getValue()))
        .collect(Collectors.joining("; "));
  }

  /**
   * Scripts in the text run by their hash. What a library in a file does is not known: it may make
   * code from texts and load more; one from another host may do what it wants. A hash would make
   * browsers forget {@code 'unsafe-inline'}.
   */
  private List<String> scripts() {
    if (named.hasForeignScripts) {
      return and(ANY, List.of("'unsafe-inline'", "'unsafe-eval'"));
    }
    List<String> sources = new ArrayList<>(List.of(SELF, "'wasm-unsafe-eval'"));
    if (named.hasScriptFiles) {
      sources.add("*");
    } else {
      sources.addAll(named.scriptHosts);
    }
    if (named.hasScriptFiles || named.makesCode) {
      sources.add("'unsafe-eval'");
    }
    if (named.hasHandlers) {
      sources.add("'unsafe-hashes'");
    }
    sources.addAll(named.hashes);
    if (isDeck) {
      sources.add(SPEAKER);
    }
    return sources;
  }

  private static List<String> and(Collection<String> some, Collection<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
