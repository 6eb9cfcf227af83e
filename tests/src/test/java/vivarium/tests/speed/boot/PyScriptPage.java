package vivarium.tests.speed.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vivarium.tests.command.Vivarium;

/**
 * A page written for PyScript, with everything in a folder beside it. The same page is measured
 * with PyScript and with ours.
 *
 * @param type of the script: {@code py} or {@code mpy}
 * @param isWorker whether the script has a worker
 * @param isIsolated whether the host sends the headers that allow shared memory
 * @param core whose {@code core.js} it has
 */
record PyScriptPage(
    String id,
    String title,
    String reference,
    String type,
    boolean isWorker,
    boolean isIsolated,
    Core core)
    implements Subject {
  /** Where a page's {@code core.js} comes from. */
  enum Core {
    PYSCRIPT,
    VIVARIUM,
    /** The folder that {@code vivarium pyscript} writes, with a memory image. */
    VIVARIUM_IMAGE
  }

  private static final Path MODULES = Path.of("node_modules");
  private static final String ASSETS = "/vivarium/assets/";
  private static final List<String> GROUPS = List.of("pyscript/", "pyodide/", "micropython/");

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
    String offline = core == Core.PYSCRIPT ? " offline" : "";
    String page = Resource.text("pyscript-page.html").replace("TYPE", type);
    Files.writeString(
        folder.resolve("index.html"),
        page.replace(" WORKER", isWorker ? " worker" : "").replace(" offline", offline));
    if (isIsolated) {
      Files.writeString(folder.resolve("isolated"), "");
    }
    Path pyscript = folder.resolve("pyscript");
    if (core == Core.VIVARIUM_IMAGE) {
      Vivarium.Result result = Vivarium.run("pyscript", "-o", pyscript.toString());
      return result.exitCode() == 0 ? Optional.empty() : Optional.of(result.err());
    }
    if (core == Core.VIVARIUM) {
      return ours(pyscript);
    }
    PlainPage.copy(MODULES.resolve("@pyscript/core/dist"), pyscript);
    PlainPage.copy(MODULES.resolve("pyodide"), pyscript.resolve("pyodide"));
    PlainPage.copy(
        MODULES.resolve("@micropython/micropython-webassembly-pyscript"),
        pyscript.resolve("micropython"));
    return Optional.empty();
  }

  private static Optional<String> ours(Path folder) throws IOException {
    for (String line : new String(asset("index.txt"), StandardCharsets.UTF_8).lines().toList()) {
      String name = line.substring(line.indexOf(' ') + 1);
      for (String group : GROUPS) {
        if (name.startsWith(group)) {
          Path file =
              folder.resolve(group.equals("pyscript/") ? name.substring(group.length()) : name);
          Files.createDirectories(file.getParent());
          Files.write(file, asset(name));
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] asset(String name) throws IOException {
    try (InputStream in = PyScriptPage.class.getResourceAsStream(ASSETS + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }
}
