package vivarium.packages.index;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Listing;
import vivarium.packages.offer.SimpleJson;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;

/**
 * A package index with the <a
 * href="https://packaging.python.org/en/latest/specifications/simple-repository-api/">simple
 * repository API</a>, in JSON or in HTML.
 */
public final class SimpleIndex implements Source {
  private static final String JSON = "application/vnd.pypi.simple.v1+json";
  private static final String HTML = "application/vnd.pypi.simple.v1+html";
  private static final String ACCEPT = JSON + ", " + HTML + ";q=0.2, text/html;q=0.1";

  /** The longest pages of today's indexes have a few megabytes. */
  private static final long MOST = 64L << 20;

  private final Web web;
  private final Address address;

  /**
   * @param address the folder of the pages of all packages, which mostly ends with {@code /simple}
   */
  public SimpleIndex(Web web, Address address) {
    this.web = web;
    this.address = address;
  }

  @Override
  public Optional<Address> index(PackageName name) {
    return Optional.of(address);
  }

  @Override
  public Optional<Listing> list(PackageName name) throws IndexException, InterruptedException {
    Optional<Web.Answer> answer = web.load(address.page(name), ACCEPT, MOST);
    return answer.isEmpty() ? Optional.empty() : Optional.of(read(name, answer.get()));
  }

  private static Listing read(PackageName name, Web.Answer answer) throws IndexException {
    String text = new String(answer.content(), StandardCharsets.UTF_8);
    return switch (answer.type()) {
      case JSON, "application/json", "application/vnd.pypi.simple.latest+json" ->
          SimpleJson.read(name, answer.from(), text);
      case HTML, "text/html", "application/vnd.pypi.simple.latest+html" ->
          SimpleHtml.read(name, answer.from(), text);
      default ->
          throw new IndexException(
              answer.from()
                  + " is of the type \""
                  + answer.type()
                  + "\", which no package index answers. Is it the address of an index?");
    };
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
