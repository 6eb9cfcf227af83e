package vivarium.tests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import vivarium.tests.command.Vivarium;
import vivarium.tests.packages.LockedFolder;

/**
 * A site with widgets, built once by the real command. Where pip finds ipywidgets, it is locked and
 * has documents of its own; elsewhere a package of ours stands for comm.
 */
final class WidgetSite {
  private static final String KNOBS =
      """
      ---
      format: page
      packages: [comm, knobs]
      ---
      # Knobs

      ```python {run norun #plain}
      print("no widget")
      ```

      ```python {run #knob}
      from knobs import Knob

      knob = Knob(3)
      knob.callbacks.append(lambda value: print("turned to", value))
      knob
      ```

      ```python {run norun #other}
      knob
      ```
      """;

  private static final String CONTROLS =
      """
      ---
      format: slides
      packages: [ipywidgets]
      ---
      # Controls

      ```python {run norun #cell}
      import ipywidgets as widgets
      ```
      """;

  private static final String NOTEBOOK =
      """
      ---
      format: notebook
      packages: [ipywidgets]
      ---
      # A notebook

      ```python {run norun #cell}
      import ipywidgets as widgets
      slider = widgets.IntSlider(value=3)
      slider.observe(lambda change: print("now", change["new"]), "value")
      slider
      ```
      """;

  private static final WidgetSite INSTANCE = new WidgetSite();

  private final TamperingServer server;
  private final boolean hasIpywidgets;
  private final Path packed;

  private WidgetSite() {
    try {
      LockedFolder folder = LockedFolder.create();
      folder.pure("knobs", "1.0", Map.of("knobs.py", read("knobs.py")));
      hasIpywidgets = download(folder.folder().resolve("wheels"));
      if (hasIpywidgets) {
        folder.document("controls", CONTROLS).document("book", NOTEBOOK);
      } else {
        folder.pure(
            "comm",
            "0.2",
            Map.of(
                "comm/__init__.py", read("comm/__init__.py"),
                "comm/base_comm.py", read("comm/base_comm.py")));
      }
      Vivarium.Result locked = folder.document("knobs", KNOBS).lock();
      if (locked.exitCode() != 0) {
        throw new IllegalStateException(locked.err());
      }
      server = TamperingServer.start(folder.build());
      packed = folder.folder().resolve("knobs.html");
      Vivarium.Result result =
          Vivarium.run(
              "pack", folder.folder().resolve("knobs.md").toString(), "-o", packed.toString());
      if (result.exitCode() != 0) {
        throw new IllegalStateException(result.err());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TamperingServer server() {
    return INSTANCE.server;
  }

  /** The page with knobs as one file. */
  static Path packed() {
    return INSTANCE.packed;
  }

  /** Whether the documents with ipywidgets are there. */
  static boolean hasIpywidgets() {
    return INSTANCE.hasIpywidgets;
  }

  private static boolean download(Path folder) throws IOException {
    ProcessBuilder pip =
        new ProcessBuilder(
            ("python3 -m pip download --quiet --no-deps --retries 0 --timeout 10"
                    + " ipywidgets==8.1.* comm==0.2.* traitlets==5.* --dest "
                    + folder)
                .split(" "));
    pip.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process running = pip.start();
      boolean ended = running.waitFor(90, TimeUnit.SECONDS);
      running.destroyForcibly();
      if (ended && running.exitValue() == 0) {
        return true;
      }
    } catch (IOException e) {
      return false; // There is no pip.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (String name : new String[] {"ipywidgets", "comm", "traitlets"}) {
      try (var files = Files.newDirectoryStream(folder, name + "-*")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
    return false;
  }

  private static String read(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(WidgetSite.class.getResourceAsStream("/widgets/" + name))) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
