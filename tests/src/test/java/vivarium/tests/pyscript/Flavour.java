package vivarium.tests.pyscript;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PyScript that pages can be opened with: what a host has under {@code /pyscript/}. */
sealed interface Flavour {
  /** The content of a file below {@code /pyscript/}. */
  byte[] file(String path) throws IOException;

  /**
   * PyScript as its makers publish it. Its script names two addresses of the world for the engines;
   * the host has them instead.
   *
   * @param modules the folder {@code node_modules}
   */
  record Reference(Path modules) implements Flavour {
    private static final Pattern ENGINES =
        Pattern.compile("https://[\\w.-]+/(?=pyodide/v|npm/@micropython/)");

    @Override
    public byte[] file(String path) throws IOException {
      byte[] content = Files.readAllBytes(modules.resolve("@pyscript/core/dist").resolve(path));
      if (!path.startsWith("core-") || !path.endsWith(".js")) {
        return content;
      }
      String script = new String(content, StandardCharsets.UTF_8);
      Matcher engines = ENGINES.matcher(script);
      if (!engines.find()) {
        throw new IllegalStateException("PyScript names no engines in " + path);
      }
      return engines.replaceAll(Host.ORIGIN + "/engines/").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Ours, as it is on the class path of the command. */
  record Ours() implements Flavour {
    @Override
    public byte[] file(String path) throws IOException {
      boolean isEngine = path.startsWith("pyodide/") || path.startsWith("micropython/");
      String name = "/vivarium/assets/" + (isEngine ? "" : "pyscript/") + path;
      try (InputStream in = Flavour.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new NoSuchFileException(name);
        }
        return in.readAllBytes();
      }
    }
  }

  /**
   * One in a folder.
   *
   * @param folder where {@code core.js} is
   */
  record InFolder(Path folder) implements Flavour {
    @Override
    public byte[] file(String path) throws IOException {
      return Files.readAllBytes(folder.resolve(path));
    }
  }
}
