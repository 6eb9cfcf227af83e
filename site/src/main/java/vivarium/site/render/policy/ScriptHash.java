package vivarium.site.render.policy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vivarium.packages.hash.Sha256;

/** How policies name a script that stands in a page. */
final class ScriptHash {
  private ScriptHash() {}

  /** As browsers see the text of a script: with lines that end in a line feed. */
  static String of(String script) {
    String text = script.replace("\r\n", "\n").replace('\r', '\n');
    byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
