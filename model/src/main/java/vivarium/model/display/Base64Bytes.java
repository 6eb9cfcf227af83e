package vivarium.model.display;

/** Single bytes of a base64 text, without decoding the rest. */
final class Base64Bytes {
  /** What a byte is that does not exist. */
  static final int NONE = -1;

  private final String base64;

  /**
   * @param base64 the text, without white space
   */
  Base64Bytes(String base64) {
    this.base64 = base64;
  }

  /** The byte at {@code index}, 0-based, from 0 to 255; {@link #NONE} beyond the end. */
  int at(int index) {
    int group = index / 3 * 4;
    int inGroup = index % 3;
    int high = digit(group + inGroup);
    int low = digit(group + inGroup + 1);
    if (high < 0 || low < 0) {
      return NONE;
    }
    return switch (inGroup) {
      case 0 -> high << 2 | low >> 4;
      case 1 -> (high & 15) << 4 | low >> 2;
      default -> (high & 3) << 6 | low;
    };
  }

  /** A number of two bytes, the more significant one first; {@link #NONE} beyond the end. */
  int bigEndian(int index) {
    int high = at(index);
    int low = at(index + 1);
    return high < 0 || low < 0 ? NONE : high << 8 | low;
  }

  /** A number of two bytes, the less significant one first; {@link #NONE} beyond the end. */
  int littleEndian(int index) {
    int low = at(index);
    int high = at(index + 1);
    return high < 0 || low < 0 ? NONE : high << 8 | low;
  }

  private int digit(int index) {
    if (index >= base64.length()) {
      return NONE;
    }
    char c = base64.charAt(index);
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : NONE;
  }
}
