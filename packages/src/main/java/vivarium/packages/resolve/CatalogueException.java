package vivarium.packages.resolve;

/** What there is to choose from cannot be found out. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1;

  public CatalogueException(Exception cause) {
    super(cause);
  }
}
