package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vivarium.parse.source.Fragment;

/**
 * Parts a text from the notes that reveal.js knows: what follows a line that begins with {@code
 * Note:}, up to the end of the slide. They are found line by line, as reveal.js does, since for
 * Markdown such a line may belong to a list above it.
 *
 * @param main the text with its notes left empty, so that all positions stay
 * @param notes the notes, in order
 */
record RevealNotes(Fragment main, List<Fragment> notes) {
  private static final Pattern NOTE = Pattern.compile("Notes?:(.*)");
  private static final Pattern BREAK = Pattern.compile(" {0,3}-{3,}\\s*|-v-\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern OPENING = Pattern.compile(":{3,}\\s*[^:\\s].*");
  private static final Pattern CLOSING = Pattern.compile(":{3,}\\s*");

  static RevealNotes in(Fragment body) {
    boolean hasBreaks = false;
    for (int i = 0; i < body.lineCount() && !hasBreaks; i++) {
      hasBreaks = BREAK.matcher(body.line(i)).matches();
    }
    return hasBreaks ? new Search(body).result() : new RevealNotes(body, List.of());
  }

  /** Goes through the lines once. */
  private static final class Search {
    private final Fragment body;
    private final List<Fragment.Line> main = new ArrayList<>();
    private final List<Fragment.Line> current = new ArrayList<>();
    private final List<Fragment> notes = new ArrayList<>();
    private String fence = "";
    private int groups;

    Search(Fragment body) {
      this.body = body;
    }

    RevealNotes result() {
      for (int i = 0; i < body.lineCount(); i++) {
        String line = body.line(i);
        boolean isText = fence.isEmpty();
        follow(line);
        if (isText && BREAK.matcher(line).matches()) {
          end();
        }
        boolean begins = isText && groups == 0 && NOTE.matcher(line).matches();
        if (begins) {
          end();
          int text = line.indexOf(':') + 1;
          current.add(body.piece(i, text, line.substring(text)));
        } else if (!current.isEmpty()) {
          current.add(body.piece(i, 0, line));
        }
        main.add(body.piece(i, 0, current.isEmpty() ? line : ""));
      }
      end();
      return new RevealNotes(body.of(main), List.copyOf(notes));
    }

    private void follow(String line) {
      if (!fence.isEmpty()) {
        boolean closes = line.strip().startsWith(fence) && line.strip().matches("[`~]+");
        fence = closes ? "" : fence;
        return;
      }
      var opening = FENCE.matcher(line);
      if (opening.matches()) {
        fence = opening.group(1);
      } else if (OPENING.matcher(line).matches()) {
        groups++;
      } else if (CLOSING.matcher(line).matches()) {
        groups = Math.max(0, groups - 1);
      }
    }

    private void end() {
      if (!current.isEmpty()) {
        notes.add(body.of(current).dedented());
        current.clear();
      }
    }
  }
}
