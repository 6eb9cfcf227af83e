package vivarium.model.display;

/**
 * The colours of a terminal, as numbers: {@link #NONE}, one of the 16 that a theme chooses (0 to
 * 15), or an exact one.
 */
final class TerminalColour {
  /** The colour of what is around the text. */
  static final int NONE = -1;

  private static final int EXACT = 0x1000000;
  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};
  private static final String[] NAMES = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
  };

  private TerminalColour() {}

  /** An exact colour; each part is from 0 to 255. */
  static int exact(int red, int green, int blue) {
    return EXACT | (byteOf(red) << 16) | (byteOf(green) << 8) | byteOf(blue);
  }

  /**
   * A colour of the palette of 256: after the 16 of a theme, a cube of 6 × 6 × 6 and 24 greys.
   *
   * @return {@link #NONE} for an index that is none
   */
  static int ofPalette(int index) {
    if (index < 0 || index > 255) {
      return NONE;
    }
    if (index < 16) {
      return index;
    }
    if (index < 232) {
      int i = index - 16;
      return exact(STEPS[i / 36], STEPS[i / 6 % 6], STEPS[i % 6]);
    }
    int grey = 8 + 10 * (index - 232);
    return exact(grey, grey, grey);
  }

  static boolean isExact(int colour) {
    return colour >= EXACT;
  }

  /** Black or white, whichever can be read on an exact colour. */
  static int legibleOn(int ground) {
    int luma = 299 * (ground >> 16 & 255) + 587 * (ground >> 8 & 255) + 114 * (ground & 255);
    return luma > 128_000 ? exact(0, 0, 0) : exact(255, 255, 255);
  }

  /** An exact colour in CSS. */
  static String css(int colour) {
    StringBuilder css = new StringBuilder("#");
    for (int shift = 20; shift >= 0; shift -= 4) {
      css.append("0123456789abcdef".charAt(colour >> shift & 15));
    }
    return css.toString();
  }

  /** The name of one of the 16: {@code red}, {@code bright-red}. */
  static String name(int colour) {
    return (colour < 8 ? "" : "bright-") + NAMES[colour & 7];
  }

  private static int byteOf(int part) {
    return Math.max(0, Math.min(255, part));
  }
}
