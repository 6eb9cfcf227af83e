package vivarium.model.display;

/**
 * Reads what an escape sequence says of the look of the text after it: <a
 * href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">Select Graphic Rendition</a>.
 */
final class Rendition {
  private final Parameters parameters;
  private int at;
  private TextStyle style;

  private Rendition(TextStyle style, Parameters parameters) {
    this.style = style;
    this.parameters = parameters;
  }

  /** The look after a sequence with these parameters; without any, it is plain. */
  static TextStyle after(TextStyle style, Parameters parameters) {
    Rendition rendition = new Rendition(style, parameters);
    do {
      rendition.next();
    } while (rendition.at < parameters.count());
    return rendition.style;
  }

  private void next() {
    int code = parameters.get(at, 0);
    int end = parameters.endOfGroup(at);
    if (code == 38 || code == 48 || code == 58) {
      int colour = end > at + 1 ? grouped(end) : listed();
      if (code == 38) {
        style = style.withForeground(colour);
      } else if (code == 48) {
        style = style.withBackground(colour);
      }
      return;
    }
    boolean off = code == 4 && end > at + 1 && parameters.get(at + 1, 1) == 0;
    at = Math.max(end, at + 1);
    if (off) {
      style = style.withUnderlined(false);
    } else {
      apply(code);
    }
  }

  private void apply(int code) {
    if (code >= 30 && code <= 37) {
      style = style.withForeground(code - 30);
    } else if (code >= 40 && code <= 47) {
      style = style.withBackground(code - 40);
    } else if (code >= 90 && code <= 97) {
      style = style.withForeground(code - 90 + 8);
    } else if (code >= 100 && code <= 107) {
      style = style.withBackground(code - 100 + 8);
    } else {
      style =
          switch (code) {
            case 0 -> TextStyle.PLAIN;
            case 1 -> style.withBold(true);
            case 2 -> style.withDim(true);
            case 3 -> style.withItalic(true);
            case 4, 21 -> style.withUnderlined(true);
            case 7 -> style.withInverse(true);
            case 9 -> style.withStruck(true);
            case 22 -> style.withBold(false).withDim(false);
            case 23 -> style.withItalic(false);
            case 24 -> style.withUnderlined(false);
            case 27 -> style.withInverse(false);
            case 29 -> style.withStruck(false);
            case 39 -> style.withForeground(TerminalColour.NONE);
            case 49 -> style.withBackground(TerminalColour.NONE);
            default -> style;
          };
    }
  }

  /** A colour as {@code 38;5;N} or {@code 38;2;R;G;B}. */
  private int listed() {
    int kind = parameters.get(at + 1, 0);
    if (kind == 5) {
      int colour = TerminalColour.ofPalette(parameters.get(at + 2, 0));
      at += 3;
      return colour;
    }
    if (kind == 2) {
      int colour = exact(at + 2);
      at += 5;
      return colour;
    }
    at += 2;
    return TerminalColour.NONE;
  }

  /** A colour as {@code 38:5:N}, {@code 38:2:R:G:B} or, with its space, {@code 38:2::R:G:B}. */
  private int grouped(int end) {
    int kind = parameters.get(at + 1, 0);
    int length = end - at;
    int colour = TerminalColour.NONE;
    if (kind == 5 && length > 2) {
      colour = TerminalColour.ofPalette(parameters.get(at + 2, 0));
    } else if (kind == 2 && length > 4) {
      colour = exact(length > 5 ? at + 3 : at + 2);
    }
    at = end;
    return colour;
  }

  private int exact(int first) {
    return TerminalColour.exact(
        parameters.get(first, 0), parameters.get(first + 1, 0), parameters.get(first + 2, 0));
  }
}
