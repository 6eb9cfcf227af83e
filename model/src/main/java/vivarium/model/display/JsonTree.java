package vivarium.model.display;

import java.util.List;
import java.util.Map;
import vivarium.model.json.Json;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/**
 * JSON as a tree that a reader unfolds. A tree that is too large for a page is cut off, with a
 * count of what is missing.
 */
final class JsonTree {
  /** How many values are shown of one object or array. */
  static final int MOST_OF_ONE = 100;

  /** How many values are shown in all. */
  static final int MOST_IN_ALL = 2000;

  /** How many levels are shown; a browser nests its elements no more than about 500 deep. */
  static final int DEEPEST = 50;

  /** How much is shown of one text, in UTF-16 code units. */
  static final int LONGEST = 1000;

  private final StringBuilder out = new StringBuilder();
  private int left = MOST_IN_ALL;

  private final Texts texts;

  private JsonTree(Texts texts) {
    this.texts = texts;
  }

  static String html(Json value, Texts texts) {
    JsonTree tree = new JsonTree(texts);
    tree.out.append("<div class=\"viv-json\">");
    tree.value("", value, 0);
    return tree.out.append("</div>").toString();
  }

  /** Writes a value behind {@code name}, which is HTML. */
  private void value(String name, Json value, int depth) {
    left--;
    if (value instanceof Json.Obj object && !object.members().isEmpty()) {
      int size = object.members().size();
      open(name, texts.count(Message.ONE_MEMBER, Message.MEMBERS, size), "{", "}", depth);
      members(object.members(), depth);
    } else if (value instanceof Json.Arr array && !array.items().isEmpty()) {
      int size = array.items().size();
      open(name, texts.count(Message.ONE_ITEM, Message.ITEMS, size), "[", "]", depth);
      items(array.items(), depth);
    } else {
      out.append(name);
      scalar(value);
    }
  }

  private void open(String name, String count, String start, String end, int depth) {
    out.append("<details").append(depth == 0 ? " open=\"\"" : "").append("><summary>");
    out.append(name).append(start);
    span("viv-json-count", count);
    out.append(end).append("</summary><ul>");
  }

  private void members(Map<String, Json> members, int depth) {
    int shown = 0;
    for (Map.Entry<String, Json> member : members.entrySet()) {
      if (isFull(shown, depth)) {
        break;
      }
      shown++;
      StringBuilder name = new StringBuilder("<span class=\"viv-json-name\">");
      name.append(Markup.text(cut(member.getKey()))).append("</span>: ");
      item(name.toString(), member.getValue(), depth);
    }
    close(members.size() - shown);
  }

  private void items(List<Json> items, int depth) {
    int shown = 0;
    while (shown < items.size() && !isFull(shown, depth)) {
      item("", items.get(shown), depth);
      shown++;
    }
    close(items.size() - shown);
  }

  private boolean isFull(int shown, int depth) {
    return shown >= MOST_OF_ONE || left <= 0 || depth >= DEEPEST;
  }

  private void item(String name, Json value, int depth) {
    out.append("<li>");
    value(name, value, depth + 1);
    out.append("</li>");
  }

  private void close(int missing) {
    if (missing > 0) {
      out.append("<li class=\"viv-json-more\">");
      out.append(Markup.text(texts.of(Message.MORE_ITEMS, texts.number(missing)))).append("</li>");
    }
    out.append("</ul></details>");
  }

  private void scalar(Json value) {
    if (value instanceof Json.Str string) {
      String text = string.value();
      span("viv-json-string", Json.of(cut(text)).text());
      if (text.length() > LONGEST) {
        int missing = text.length() - cut(text).length();
        span("viv-json-count", texts.of(Message.MORE_CHARACTERS, texts.number(missing)));
      }
    } else if (value instanceof Json.Num number) {
      span("viv-json-number", cut(number.literal()));
    } else {
      span("viv-json-word", value.text());
    }
  }

  private void span(String name, String text) {
    out.append("<span class=\"").append(name).append("\">");
    out.append(Markup.text(text)).append("</span>");
  }

  /** No more of a text than is shown, without half a character at its end. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
