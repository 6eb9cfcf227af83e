package vivarium.model.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vivarium.model.output.MimeBundle;

/** Puts the images that are attached to a cell into the HTML of its text. */
public final class AttachedImages {
  private static final String SOURCE = "src=\"attachment:";

  private AttachedImages() {}

  /**
   * The HTML with the images in it as {@code data:} URLs; one that is not attached stays as it is.
   *
   * @param html what was made of Markdown, its attributes in double quotes
   * @param attachments the images by name
   */
  public static String in(String html, Map<String, MimeBundle> attachments) {
    if (attachments.isEmpty()) {
      return html;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = html.indexOf(SOURCE); at >= 0; at = html.indexOf(SOURCE, from)) {
      int start = at + SOURCE.length();
      int end = Math.max(html.indexOf('"', start), start);
      Optional<String> url =
          Optional.ofNullable(attachments.get(decoded(html.substring(start, end))))
              .flatMap(AttachedImages::url);
      out.append(html, from, url.isPresent() ? at : end);
      url.ifPresent(data -> out.append("src=\"").append(data));
      from = end;
    }
    return out.append(html, from, html.length()).toString();
  }

  /** Markdown with the images in it as {@code data:} URLs, where it names them by themselves. */
  public static String inMarkdown(String markdown, Map<String, MimeBundle> attachments) {
    String text = markdown;
    for (Map.Entry<String, MimeBundle> image : attachments.entrySet()) {
      Optional<String> url = url(image.getValue());
      if (url.isPresent()) {
        String name = "attachment:" + image.getKey();
        text = text.replace("(" + name + ")", "(" + url.get() + ")");
        text = text.replace("\"" + name + "\"", "\"" + url.get() + "\"");
      }
    }
    return text;
  }

  /**
   * A picture of pixels as a {@code data:} URL; empty when there is none. An SVG is text, which is
   * not known to be harmless.
   */
  public static Optional<String> url(MimeBundle bundle) {
    for (Map.Entry<String, String> entry : new TreeMap<>(bundle.data()).entrySet()) {
      if (isPixels(entry.getKey())) {
        return Optional.of("data:" + entry.getKey() + ";base64," + base64(entry.getValue()));
      }
    }
    return Optional.empty();
  }

  private static boolean isPixels(String type) {
    return type.equals(MimeBundle.PNG)
        || type.equals(MimeBundle.JPEG)
        || type.equals(MimeBundle.GIF)
        || type.equals("image/webp");
  }

  /** Nothing but what base64 consists of. */
  private static String base64(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isDigit = c >= '0' && c <= '9';
      if (isLetter || isDigit || c == '+' || c == '/' || c == '=') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Names of files are plain in all but their spaces and a few signs of one byte. */
  private static String decoded(String name) {
    StringBuilder bytes = new StringBuilder();
    String text = name.replace("&amp;", "&");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '%' && i + 2 < text.length() ? hex(text.substring(i + 1, i + 3)) : -1;
      bytes.append(code < 0 ? c : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return utf8(bytes);
  }

  private static int hex(String digits) {
    int high = Character.digit(digits.charAt(0), 16);
    int low = Character.digit(digits.charAt(1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Reads characters that are bytes as UTF-8, unless one is none. */
  private static String utf8(CharSequence text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      if (text.charAt(i) > 0xff) {
        return text.toString();
      }
      bytes[i] = (byte) text.charAt(i);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
