package vivarium.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.headers.HostHeaders;
import vivarium.site.headers.WebHost;

/** The options that say which web host is told what headers to send. */
final class HeadersOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--headers",
      paramLabel = "HOST",
      description =
          "Adds a file that tells a web host which headers to send: netlify, cloudflare, apache,"
              + " nginx.")
  private @Nullable String name;

  @Option(
      names = "--isolated",
      description =
          "With --headers: also the two headers with which Stop and input() work in every browser;"
              + " pictures and frames of most other hosts are then not shown.")
  private boolean isolated;

  /**
   * Which host is told; empty when none is.
   *
   * @throws ParameterException when it is not known, or the options do not fit together
   */
  Optional<WebHost> host() {
    if (name == null && isolated) {
      throw new ParameterException(
          command.commandLine(), "--isolated says what --headers HOST is to write; name the host.");
    }
    if (name == null) {
      return Optional.empty();
    }
    for (WebHost host : WebHost.values()) {
      if (host.toString().equals(name)) {
        return Optional.of(host);
      }
    }
    String known = Stream.of(WebHost.values()).map(String::valueOf).collect(joining(", "));
    throw new ParameterException(
        command.commandLine(),
        "--headers is for one of: " + known + ". There is no \"" + name + "\" among them.");
  }

  /** The site with what was asked for. */
  Build in(Site site) {
    return host()
        .map(host -> HostHeaders.in(site, host, isolated))
        .orElseGet(() -> new Build(Optional.of(site), List.of()));
  }
}
