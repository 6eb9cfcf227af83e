package vivarium.tests.speed;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vivarium.tests.browser.Chromium;
import vivarium.tests.command.Vivarium;

/**
 * Measures how soon Python is ready in a packed script, beside a single file that has Pyodide in it
 * and starts it from nothing. Both are opened from the disk, in turn, so that the machine's own
 * speed cancels out. Prints a table; {@code docs/packing.md} says how to run it.
 */
public final class PackedSpeed {
  private static final int ROUNDS = 5;
  private static final int PATIENCE = 120_000;
  private static final Path PYODIDE = Path.of("node_modules", "pyodide");

  private static final List<String> PARTS =
      List.of(
          "pyodide.mjs",
          "pyodide.asm.mjs",
          "pyodide.asm.wasm",
          "python_stdlib.zip",
          "pyodide-lock.json");

  private static final String WATCH =
      """
      document.addEventListener("viv:kernel", ({ detail }) => {
        if (detail.state === "ready") globalThis.ready = performance.now();
      });
      """;

  private PackedSpeed() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("vivarium-speed");
    Path script = Files.writeString(folder.resolve("hello.py"), "print(\"hello\")\n");
    Path packed = folder.resolve("packed.html");
    Vivarium.Result result =
        Vivarium.run("pack", script.toString(), "-o", packed.toString(), "--quiet");
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.err());
    }
    Path plain = Files.writeString(folder.resolve("plain.html"), plain());
    Chromium chromium = new Chromium();
    chromium.launch();
    try {
      List<Double> ours = new ArrayList<>();
      List<Double> others = new ArrayList<>();
      System.out.println("| milliseconds until Python is ready | packed | from nothing | ratio |");
      System.out.println("|---|---:|---:|---:|");
      for (int round = 1; round <= ROUNDS; round++) {
        ours.add(ready(chromium, packed));
        others.add(ready(chromium, plain));
        print("round " + round, ours.get(round - 1), others.get(round - 1));
      }
      print("median", median(ours), median(others));
      print("megabytes", Files.size(packed) / 1e6, Files.size(plain) / 1e6);
    } finally {
      chromium.quit();
    }
  }

  /** A page with Pyodide in it. */
  private static String plain() throws IOException {
    StringBuilder files = new StringBuilder();
    for (String part : PARTS) {
      byte[] bytes = Files.readAllBytes(PYODIDE.resolve(part));
      files.append("<script type=\"text/plain\" id=\"").append(part).append("\">");
      files.append(Base64.getEncoder().encodeToString(bytes)).append("</script>\n");
    }
    try (InputStream in =
        Objects.requireNonNull(PackedSpeed.class.getResourceAsStream("/speed/single.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("FILES\n", files);
    }
  }

  /** Milliseconds from the beginning of the page, in a browser that has never seen it. */
  private static double ready(Chromium chromium, Path file) {
    Page page = chromium.blank(new Browser.NewContextOptions().setOffline(true));
    page.setDefaultTimeout(PATIENCE);
    page.addInitScript(WATCH);
    page.navigate(file.toUri().toString());
    Object time = page.waitForFunction("() => globalThis.ready").jsonValue();
    page.context().close();
    return ((Number) time).doubleValue();
  }

  private static void print(String name, double ours, double others) {
    System.out.printf(
        Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", name, ours, others, ours / others);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
