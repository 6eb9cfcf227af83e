package vivarium.model.display;

/**
 * How a terminal shows a character.
 *
 * @param foreground a {@link TerminalColour}
 * @param background a {@link TerminalColour}
 */
record TextStyle(
    int foreground,
    int background,
    boolean bold,
    boolean dim,
    boolean italic,
    boolean underlined,
    boolean struck,
    boolean inverse) {
  static final TextStyle PLAIN =
      new TextStyle(
          TerminalColour.NONE, TerminalColour.NONE, false, false, false, false, false, false);

  TextStyle withForeground(int colour) {
    return new TextStyle(colour, background, bold, dim, italic, underlined, struck, inverse);
  }

  TextStyle withBackground(int colour) {
    return new TextStyle(foreground, colour, bold, dim, italic, underlined, struck, inverse);
  }

  TextStyle withBold(boolean on) {
    return new TextStyle(foreground, background, on, dim, italic, underlined, struck, inverse);
  }

  TextStyle withDim(boolean on) {
    return new TextStyle(foreground, background, bold, on, italic, underlined, struck, inverse);
  }

  TextStyle withItalic(boolean on) {
    return new TextStyle(foreground, background, bold, dim, on, underlined, struck, inverse);
  }

  TextStyle withUnderlined(boolean on) {
    return new TextStyle(foreground, background, bold, dim, italic, on, struck, inverse);
  }

  TextStyle withStruck(boolean on) {
    return new TextStyle(foreground, background, bold, dim, italic, underlined, on, inverse);
  }

  TextStyle withInverse(boolean on) {
    return new TextStyle(foreground, background, bold, dim, italic, underlined, struck, on);
  }

  /** The start tag of the element that looks like this. */
  String tag() {
    StringBuilder classes = new StringBuilder();
    StringBuilder css = new StringBuilder();
    if (inverse) {
      paint(background, foreground, classes, css);
    } else {
      paint(foreground, background, classes, css);
    }
    add(bold, "bold", classes);
    add(dim, "dim", classes);
    add(italic, "italic", classes);
    add(underlined, "underline", classes);
    add(struck, "strike", classes);
    return "<span"
        + (classes.length() == 0 ? "" : Markup.attribute("class", classes.toString()))
        + (css.length() == 0 ? "" : Markup.attribute("style", css.toString()))
        + ">";
  }

  private void paint(int text, int ground, StringBuilder classes, StringBuilder css) {
    boolean exactText = TerminalColour.isExact(text);
    if (TerminalColour.isExact(ground)) {
      // What else the text is painted in could not be read on a ground that a theme knows nothing
      // of.
      css.append("background-color: ").append(TerminalColour.css(ground)).append(';');
      int legible = exactText ? text : TerminalColour.legibleOn(ground);
      css.append(" color: ").append(TerminalColour.css(legible)).append(';');
      return;
    }
    if (exactText) {
      css.append("color: ").append(TerminalColour.css(text)).append(';');
    } else if (text != TerminalColour.NONE) {
      add(true, TerminalColour.name(text), classes);
    }
    if (ground != TerminalColour.NONE) {
      add(true, "on-" + TerminalColour.name(ground), classes);
    } else if (inverse) {
      add(true, "inverse", classes);
    }
  }

  private static void add(boolean given, String name, StringBuilder classes) {
    if (given) {
      classes.append(classes.length() == 0 ? "" : " ").append("viv-ansi-").append(name);
    }
  }
}
