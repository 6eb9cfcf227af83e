package vivarium.packages.version;

import java.util.Optional;
import vivarium.packages.syntax.Cursor;

/** How a version is compared with the one in a {@link VersionSpecifier}. */
public enum Operator {
  ARBITRARY("==="),
  COMPATIBLE("~="),
  EQUAL("=="),
  NOT_EQUAL("!="),
  AT_MOST("<="),
  AT_LEAST(">="),
  LESS("<"),
  GREATER(">");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** The operator as it is written: {@code ~=}. */
  public String sign() {
    return sign;
  }

  /** Passes the operator that comes next, the longest of several. */
  public static Optional<Operator> take(Cursor cursor) {
    for (Operator operator : values()) {
      if (cursor.take(operator.sign)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return sign;
  }
}
