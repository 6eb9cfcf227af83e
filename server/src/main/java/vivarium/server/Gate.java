package vivarium.server;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which requests are answered. Binding to the loopback address keeps other machines out,
 * but not other sites in the author's own browser: a name that a stranger owns can be made to
 * resolve to 127.0.0.1 (DNS rebinding), and any page can send requests here. The names in {@code
 * Host} and {@code Origin} are set by the browser and tell those apart.
 */
final class Gate {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private Gate() {}

  /**
   * Why a request is turned away.
   *
   * @param status the HTTP status
   * @param reason a sentence for the person at the browser
   */
  record Refusal(int status, String reason) {}

  /**
   * Empty when the request is to be answered.
   *
   * @param methods those that its path takes
   */
  static Optional<Refusal> refuse(String method, Headers headers, Set<String> methods) {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !isOwn(hosts.get(0))) {
      return Optional.of(
          new Refusal(403, "This server answers as localhost or 127.0.0.1 and to no other name."));
    }
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origin.equalsIgnoreCase("http://" + hosts.get(0))) {
        return Optional.of(new Refusal(403, "This server answers to none but its own pages."));
      }
    }
    if (!methods.contains(method)) {
      return Optional.of(new Refusal(405, "This server answers to GET and HEAD only."));
    }
    return Optional.empty();
  }

  /** Whether it is one of our names; any port will do, since tunnels change it. */
  private static boolean isOwn(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
    return OWN_NAMES.contains(name);
  }
}
