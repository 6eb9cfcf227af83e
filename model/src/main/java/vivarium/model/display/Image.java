package vivarium.model.display;

import vivarium.model.output.MimeBundle;

/** Shows images in an element in which nothing of them can act, a script within an SVG included. */
final class Image {
  private static final String HEX = "0123456789ABCDEF";

  private Image() {}

  /**
   * The element for an image.
   *
   * @param data base64, or the text of an SVG
   * @param alt words that stand for it
   */
  static String html(String type, String data, String alt) {
    if (type.equals(MimeBundle.SVG)) {
      return element("data:" + type + ";charset=utf-8," + percentEncoded(data), alt, "");
    }
    String base64 = withoutSpace(data);
    String size =
        ImageSize.of(type, new Base64Bytes(base64))
            .map(
                found ->
                    Markup.attribute("width", Integer.toString(found.width()))
                        + Markup.attribute("height", Integer.toString(found.height())))
            .orElse("");
    return element("data:" + type + ";base64," + base64, alt, size);
  }

  private static String element(String url, String alt, String size) {
    return "<img"
        + Markup.attribute("src", url)
        + Markup.attribute("alt", alt)
        + size
        + " decoding=\"async\">";
  }

  private static String withoutSpace(String data) {
    StringBuilder out = new StringBuilder(data.length());
    for (int i = 0; i < data.length(); i++) {
      if (data.charAt(i) > ' ') {
        out.append(data.charAt(i));
      }
    }
    return out.toString();
  }

  /** Encodes what has a meaning in a URL or in HTML; a lone surrogate becomes U+FFFD. */
  private static String percentEncoded(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point >= 0x10000) {
        i++;
      } else if (point >= 0xd800 && point <= 0xdfff) {
        point = 0xfffd;
      }
      append(point, out);
    }
    return out.toString();
  }

  private static void append(int point, StringBuilder out) {
    if (point < 0x80) {
      if (point <= ' ' || point == 0x7f || "\"#%&<>".indexOf(point) >= 0) {
        append(point, 0, out);
      } else {
        out.append((char) point);
      }
    } else if (point < 0x800) {
      append(0xc0, point >> 6, out);
      append(0x80, point & 63, out);
    } else if (point < 0x10000) {
      append(0xe0, point >> 12, out);
      append(0x80, point >> 6 & 63, out);
      append(0x80, point & 63, out);
    } else {
      append(0xf0, point >> 18, out);
      append(0x80, point >> 12 & 63, out);
      append(0x80, point >> 6 & 63, out);
      append(0x80, point & 63, out);
    }
  }

  private static void append(int mark, int bits, StringBuilder out) {
    int value = mark | bits;
    out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
  }
}
