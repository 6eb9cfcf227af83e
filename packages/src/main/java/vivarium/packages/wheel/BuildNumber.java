package vivarium.packages.wheel;

import java.math.BigInteger;

/**
 * Which of several builds of one version a wheel is.
 *
 * @param suffix what follows the number, possibly nothing
 */
public record BuildNumber(BigInteger number, String suffix) implements Comparable<BuildNumber> {
  @Override
  public int compareTo(BuildNumber other) {
    int byNumber = number.compareTo(other.number);
    return byNumber != 0 ? byNumber : suffix.compareTo(other.suffix);
  }

  @Override
  public String toString() {
    return number + suffix;
  }
}
