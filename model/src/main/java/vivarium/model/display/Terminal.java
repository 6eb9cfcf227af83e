package vivarium.model.display;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows text as a terminal would: carriage returns, backspaces, cursor movements and colours count,
 * and sequences that mean nothing here are swallowed. What is shown depends on the text alone, not
 * on the pieces in which it arrives.
 *
 * <p>The sequences are those of <a
 * href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">xterm</a>. Whatever the text, time
 * and memory grow no faster than its length.
 */
public final class Terminal {
  /**
   * How what is shown becomes what is to be shown. All pieces, one after the other, are {@link
   * #html}.
   *
   * @param kept how many of the pieces so far stay as they are; those after them go
   * @param added the pieces that come after those; each is HTML with balanced tags
   */
  public record Update(int kept, List<String> added) {
    public Update {
      added = List.copyOf(added);
    }
  }

  private enum State {
    TEXT,
    ESCAPE,
    /** After an escape and a character that announces one more. */
    ANNOUNCED,
    CONTROL,
    /** In a text that is not meant to be shown, such as a window's title. */
    STRING
  }

  private static final char ESCAPE = 0x1b;
  private static final char DELETE = 0x7f;
  private static final char REPLACEMENT = 0xfffd;

  private final Screen screen = new Screen();
  private final Parameters parameters = new Parameters();
  private final Pieces pieces = new Pieces(screen);
  private State state = State.TEXT;
  private TextStyle style = TextStyle.PLAIN;

  /** The first half of a character whose second half has not arrived. */
  private char half;

  /** The HTML of a whole text. */
  public static String html(String text) {
    Terminal terminal = new Terminal();
    terminal.write(text);
    return terminal.html();
  }

  public void write(String text) {
    for (int i = 0; i < text.length(); i++) {
      take(text.charAt(i));
    }
  }

  /** What is shown: text and {@code span} elements, for a {@code pre} element. */
  public String html() {
    StringBuilder out = new StringBuilder();
    Pieces.rows(screen, 0, 0, screen.shown(), out);
    return out.toString();
  }

  /** What has become of the pieces since the last call. */
  public Update update() {
    List<String> added = new ArrayList<>();
    int kept = pieces.update(added);
    return new Update(kept, added);
  }

  private void take(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> escape(c);
      case ANNOUNCED -> state = c >= ' ' ? State.TEXT : ended(c);
      case CONTROL -> control(c);
      case STRING -> {
        if (c < ' ') {
          state = ended(c);
        }
      }
    }
  }

  private void text(char c) {
    if (half != 0) {
      char first = half;
      half = 0;
      if (Character.isLowSurrogate(c)) {
        screen.put(Character.toCodePoint(first, c), style);
        return;
      }
      screen.put(REPLACEMENT, style);
    }
    if (c < ' ') {
      state = ended(c);
    } else if (Character.isHighSurrogate(c)) {
      half = c;
    } else if (Character.isLowSurrogate(c)) {
      screen.put(REPLACEMENT, style);
    } else if (c < DELETE || c > 0x9f) {
      screen.put(c, style);
    }
  }

  /** Obeys a control character, which ends a sequence; returns the state after it. */
  private State ended(char c) {
    switch (c) {
      case '\n' -> screen.lineFeed();
      case '\r' -> screen.carriageReturn();
      case '\b' -> screen.left(1);
      case '\t' -> screen.tab();
      default -> {
        return c == ESCAPE ? State.ESCAPE : State.TEXT;
      }
    }
    return State.TEXT;
  }

  private void escape(char c) {
    if (c == '[') {
      parameters.clear();
      state = State.CONTROL;
    } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
      state = State.STRING;
    } else if (c >= ' ' && c <= '/') {
      state = State.ANNOUNCED;
    } else {
      leave(c);
    }
  }

  private void control(char c) {
    if (c >= '0' && c <= '?') {
      parameters.add(c);
    } else if (c >= '@' && c <= '~') {
      state = State.TEXT;
      if (!parameters.ignored()) {
        obey(c);
      }
    } else if (c < ' ' || c > '/') {
      leave(c);
    } else {
      parameters.add('?'); // Sequences with such a character mean other things.
    }
  }

  /** Ends a sequence; a character that cannot be a part of it is text again. */
  private void leave(char c) {
    state = State.TEXT;
    if (c < ' ' || c > '~') {
      text(c);
    }
  }

  private void obey(char command) {
    switch (command) {
      case 'A' -> screen.up(parameters.distance());
      case 'B' -> screen.down(parameters.distance());
      case 'C' -> screen.right(parameters.distance());
      case 'D' -> screen.left(parameters.distance());
      case 'E' -> {
        screen.down(parameters.distance());
        screen.carriageReturn();
      }
      case 'F' -> {
        screen.up(parameters.distance());
        screen.carriageReturn();
      }
      case 'G' -> screen.toColumn(parameters.distance() - 1);
      case 'H', 'f' -> {
        screen.toRow(parameters.distance() - 1);
        screen.toColumn(Math.max(1, parameters.get(1, 1)) - 1);
      }
      case 'J' -> screen.erase(parameters.get(0, 0));
      case 'K' -> screen.eraseInRow(parameters.get(0, 0));
      case 'm' -> style = Rendition.after(style, parameters);
      default -> {
        // Swallowed.
      }
    }
  }
}
