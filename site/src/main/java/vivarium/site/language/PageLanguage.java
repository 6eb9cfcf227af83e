package vivarium.site.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/**
 * The language in which a page speaks of itself.
 *
 * @param tag the language of the document, a BCP 47 tag
 * @param file the language of the texts when it is not English, such as {@code de}
 * @param own the author's own texts, by key
 */
public record PageLanguage(
    String tag, Optional<String> file, Map<String, String> own, Texts texts) {
  private static final String ENGLISH = "en";

  public PageLanguage {
    own = Collections.unmodifiableMap(new TreeMap<>(own));
  }

  /**
   * The language for {@code tag}: its own, else the one it is a variant of, else English.
   *
   * @param own the author's own texts, by {@link Message#key}
   */
  public static PageLanguage of(String tag, Map<String, String> own) {
    Map<String, String> texts = new HashMap<>(read(ENGLISH).orElseThrow());
    Optional<String> file = Optional.empty();
    String name = tag.toLowerCase(Locale.ROOT);
    while (!name.isEmpty() && !name.equals(ENGLISH)) {
      Optional<Map<String, String>> found = read(name);
      if (found.isPresent()) {
        texts.putAll(found.get());
        file = Optional.of(name);
        break;
      }
      name = name.substring(0, Math.max(name.lastIndexOf('-'), 0));
    }
    texts.putAll(own);
    return new PageLanguage(
        tag, file, own, new Texts(key -> Objects.requireNonNull(texts.get(key))));
  }

  private static Optional<Map<String, String>> read(String name) {
    String path = "/vivarium/strings/" + name + ".json";
    try (InputStream in = Message.class.getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonObject strings = JsonObject.of(Json.parse(text));
      Map<String, String> texts = new HashMap<>();
      for (Message message : Message.values()) {
        texts.put(message.key(), strings.string(message.key()));
      }
      return Optional.of(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
