package vivarium.tests.speed.boot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A page written by hand whose worker starts from a memory image, with the kernel's own scripts.
 *
 * @param source a resource, in HTML
 * @param script a resource that Node.js runs to make all else in the folder
 */
record ImagePage(String id, String title, String reference, String source, String script)
    implements Subject {
  @Override
  public boolean isVivarium() {
    return false;
  }

  @Override
  public String button() {
    return "#run:enabled";
  }

  @Override
  public Optional<String> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("index.html"), Resource.text(source));
    try {
      // Where it lies, it finds the npm packages.
      Path file =
          Path.of(
              Objects.requireNonNull(ImagePage.class.getResource("/speed/" + script), script)
                  .toURI());
      Process node =
          new ProcessBuilder("node", file.toString(), folder.toString()).inheritIO().start();
      if (node.waitFor() != 0) {
        throw new IllegalStateException("node ended with " + node.exitValue());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }
}
