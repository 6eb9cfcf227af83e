package vivarium.packages.offer;

import java.util.List;

/**
 * What a source has of one package.
 *
 * @param wheels in no order
 * @param others the names of files that are no wheels, such as source archives
 */
public record Listing(List<Offer> wheels, List<String> others) {
  public Listing {
    wheels = List.copyOf(wheels);
    others = List.copyOf(others);
  }
}
