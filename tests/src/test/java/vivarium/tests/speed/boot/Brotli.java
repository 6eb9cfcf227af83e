package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a brotli form beside each file that hosts compress; Node.js does it, Java cannot. */
final class Brotli {
  private Brotli() {}

  static void compress(Path folder) throws IOException, InterruptedException {
    Path script = Files.createTempFile("brotli", ".mjs");
    Files.writeString(script, Resource.text("brotli.mjs"));
    Process node =
        new ProcessBuilder("node", script.toString(), folder.toString()).inheritIO().start();
    if (node.waitFor() != 0) {
      throw new IllegalStateException("node ended with " + node.exitValue());
    }
    Files.delete(script);
  }
}
