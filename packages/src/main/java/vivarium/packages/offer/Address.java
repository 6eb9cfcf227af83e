package vivarium.packages.offer;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vivarium.packages.requirement.PackageName;

/**
 * The address of an index or of a file there. It is shown and written without the name and password
 * that it may hold.
 *
 * @param uri absolute, with the scheme http or https, and without user information
 * @param credentials {@code user:password}, for this server alone
 */
public record Address(URI uri, Optional<String> credentials) {
  /**
   * Reads an address.
   *
   * @throws IndexException when it is none, or not one of the web
   */
  public static Address of(String text) throws IndexException {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
        throw new IndexException(
            "\""
                + text
                + "\" is no address of an index: it has to begin with https:// or http://.");
      }
      URI bare =
          new URI(scheme, null, uri.getHost(), uri.getPort(), uri.getPath(), uri.getQuery(), null);
      return new Address(bare, Optional.ofNullable(uri.getUserInfo()));
    } catch (URISyntaxException e) {
      throw new IndexException(
          "\"" + text + "\" is no address of an index: " + e.getReason() + ".");
    }
  }

  /** What {@code reference} means where this is the address of the document that has it. */
  public Address resolve(String reference) throws IndexException {
    URI resolved;
    try {
      resolved = uri.resolve(new URI(reference));
    } catch (URISyntaxException e) {
      throw new IndexException(uri + " names \"" + reference + "\", which is no address.");
    }
    Address other = of(resolved.toString());
    return other.isAtServerOf(this) && other.credentials.isEmpty()
        ? new Address(other.uri, credentials)
        : other;
  }

  /** The file of this name with something after it. */
  public Address withSuffix(String suffix) throws IndexException {
    return resolve(lastName() + suffix);
  }

  /** The page of a package, where this is the address of an index. */
  public Address page(PackageName name) throws IndexException {
    String folder = uri.getRawPath().endsWith("/") ? "" : lastName() + "/";
    return resolve(folder + name.normalized() + "/");
  }

  /** The last part of the path; empty when that ends with a slash. */
  private String lastName() {
    String path = uri.getRawPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The same address with the name and password of the first of {@code others} at its server. */
  public Address knownTo(List<Address> others) {
    return others.stream()
        .filter(other -> other.credentials.isPresent() && other.isAtServerOf(this))
        .findFirst()
        .map(other -> new Address(uri, other.credentials))
        .orElse(this);
  }

  private boolean isAtServerOf(Address other) {
    return uri.getScheme().equals(other.uri.getScheme())
        && uri.getHost().equalsIgnoreCase(other.uri.getHost())
        && uri.getPort() == other.uri.getPort();
  }

  /** The value of the header that identifies the user to the server. */
  public Optional<String> authorization() {
    return credentials.map(
        it -> "Basic " + Base64.getEncoder().encodeToString(it.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
