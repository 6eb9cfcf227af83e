package vivarium.tests.speed.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder as a good static host publishes it. Of {@code FILE}, {@code FILE.br} and {@code FILE.gz}
 * it sends what the browser likes best; text, scripts and WebAssembly it compresses by itself.
 * Browsers may keep all for ten minutes. A folder with a file {@code isolated} is sent with the
 * headers that allow shared memory. Everything is read and compressed at once, so that no request
 * waits for it.
 */
public final class HostedFiles {
  private final Map<String, StoredFile> files;

  private HostedFiles(Map<String, StoredFile> files) {
    this.files = files;
  }

  /** Reads all of {@code folder}. */
  public static HostedFiles in(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = "/" + folder.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readAllBytes(file));
      }
    }
    Map<String, StoredFile> files = new TreeMap<>();
    contents.forEach(
        (path, bytes) -> {
          Map<String, byte[]> beside = new LinkedHashMap<>();
          Optional.ofNullable(contents.get(path + ".br")).ifPresent(b -> beside.put("br", b));
          Optional.ofNullable(contents.get(path + ".gz")).ifPresent(b -> beside.put("gzip", b));
          files.put(path, StoredFile.of(path, bytes, beside, isIsolated(path, contents.keySet())));
        });
    return new HostedFiles(files);
  }

  /** Whether a file called {@code isolated} lies in the file's topmost folder. */
  private static boolean isIsolated(String path, Set<String> paths) {
    return paths.contains(path.substring(0, path.indexOf('/', 1) + 1) + "isolated");
  }

  Answer answer(Request request) {
    if (!request.method().equals("GET")) {
      return Answer.failure("405 Method Not Allowed");
    }
    String path = request.path();
    StoredFile file = files.get(path.endsWith("/") ? path + "index.html" : path);
    return file == null ? Answer.failure("404 Not Found") : file.answer(request);
  }
}
