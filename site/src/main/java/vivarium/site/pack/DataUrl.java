package vivarium.site.pack;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Files in the text of a page. */
final class DataUrl {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("vtt", "text/vtt;charset=utf-8"),
          Map.entry("csv", "text/csv;charset=utf-8"),
          Map.entry("txt", "text/plain;charset=utf-8"),
          Map.entry("pdf", "application/pdf"));

  private DataUrl() {}

  /**
   * A URL with the content of the file in it. Texts say that they are UTF-8, which browsers would
   * otherwise take to be in the encoding of the page.
   */
  static String of(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
