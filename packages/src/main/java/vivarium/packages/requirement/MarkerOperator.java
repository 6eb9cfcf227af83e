package vivarium.packages.requirement;

/** How a {@link Marker.Compare} compares. */
public enum MarkerOperator {
  ARBITRARY("==="),
  COMPATIBLE("~="),
  EQUAL("=="),
  NOT_EQUAL("!="),
  AT_MOST("<="),
  AT_LEAST(">="),
  LESS("<"),
  GREATER(">"),
  IN("in"),
  NOT_IN("not in");

  private final String text;

  MarkerOperator(String text) {
    this.text = text;
  }

  boolean isWord() {
    return this == IN || this == NOT_IN;
  }

  /** The operator as it is written. */
  @Override
  public String toString() {
    return text;
  }
}
