package vivarium.model.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/** The texts of an English page. */
public final class English {
  public static final Texts TEXTS = read();

  private English() {}

  private static Texts read() {
    try (InputStream in = Message.class.getResourceAsStream("/vivarium/strings/en.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      JsonObject strings = JsonObject.of(Json.parse(text));
      return new Texts(strings::string);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
