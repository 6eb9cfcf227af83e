package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * How the items of an array, or the members of an object, are set apart in a text: with the same
 * items, {@link #write} gives back the same text.
 */
final class Sequence {
  private final char opening;
  private final char closing;
  private final List<String> leads;
  private final String end;
  private final String usualFirst;
  private final String usualNext;

  private Sequence(
      String text, List<String> leads, String end, String usualFirst, String usualNext) {
    this.opening = text.charAt(0);
    this.closing = opening == '{' ? '}' : ']';
    this.leads = leads;
    this.end = end;
    this.usualFirst = usualFirst;
    this.usualNext = usualNext;
  }

  /**
   * How an array or an object is written.
   *
   * @param margin what stands before the line in which it begins
   * @param style how to write what it has no example of
   */
  static Sequence of(JsonPart whole, String margin, TextStyle style) {
    String text = whole.text();
    List<String> leads = new ArrayList<>();
    int at = whole.start() + 1;
    if (whole.isObject()) {
      for (JsonPart.Member member : whole.members()) {
        leads.add(text.substring(at, member.nameStart()));
        at = member.value().end();
      }
    } else {
      for (JsonPart item : whole.items()) {
        leads.add(text.substring(at, item.start()));
        at = item.end();
      }
    }
    boolean hasLines = !style.lineEnd().isEmpty();
    String first = hasLines ? style.lineEnd() + margin + style.indent() : "";
    String next = leads.size() > 1 ? leads.get(1) : style.comma() + first;
    String end =
        leads.isEmpty()
            ? hasLines ? style.lineEnd() + margin : ""
            : text.substring(at, whole.end() - 1);
    return new Sequence(whole.raw(), leads, end, first, next);
  }

  /** The text with these items in it. */
  String write(List<String> items) {
    StringBuilder out = new StringBuilder().append(opening);
    for (int i = 0; i < items.size(); i++) {
      out.append(lead(i)).append(items.get(i));
    }
    return out.append(items.isEmpty() ? "" : end).append(closing).toString();
  }

  /** What stands before the line in which an item begins; {@code margin} when no line begins. */
  String margin(int item, String margin) {
    String lead = lead(item);
    int line = lead.lastIndexOf('\n');
    return line < 0 ? margin : lead.substring(line + 1);
  }

  private String lead(int item) {
    if (item < leads.size()) {
      return leads.get(item);
    }
    return item == 0 ? usualFirst : usualNext;
  }
}
