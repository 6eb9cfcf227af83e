package vivarium.tests.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.tests.command.Vivarium;

/**
 * Measures how many cells run in a second, in notebooks that {@code jupyter nbconvert --execute}
 * and Vivarium execute in the same run. Prints a table; {@code docs/performance.md} says how to run
 * it.
 */
public final class ExecutedNotebooks {
  private static final int NOTEBOOKS = 100;
  private static final int CELLS = 10;

  private ExecutedNotebooks() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int notebooks = args.length > 0 ? Integer.parseInt(args[0]) : NOTEBOOKS;
    Path folder = Files.createTempDirectory("vivarium-notebooks");
    List<String> files = new ArrayList<>();
    for (int i = 0; i < notebooks; i++) {
      Path file = folder.resolve("lesson-" + i + ".ipynb");
      Files.writeString(file, notebook(i));
      files.add(file.toString());
    }
    System.out.println(
        "| " + notebooks + " notebooks of " + CELLS + " cells | seconds | cells/s |");
    System.out.println("|---|---:|---:|");
    row("vivarium check, every cell runs", notebooks, () -> vivarium(folder, "--no-cache"));
    row("vivarium check, every cell runs, outputs are kept", notebooks, () -> vivarium(folder));
    row("vivarium check, nothing changed", notebooks, () -> vivarium(folder));
    List<String> jupyter =
        new ArrayList<>(
            List.of("jupyter", "nbconvert", "--execute", "--to", "notebook", "--inplace"));
    jupyter.addAll(files);
    row("jupyter nbconvert --execute, one process", notebooks, () -> run(jupyter));
  }

  private interface Measured {
    void run() throws IOException, InterruptedException;
  }

  private static void row(String name, int notebooks, Measured measured)
      throws IOException, InterruptedException {
    double start = System.nanoTime();
    measured.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(
        String.format(
            Locale.ROOT, "| %s | %.1f | %.0f |", name, seconds, notebooks * CELLS / seconds));
  }

  private static void vivarium(Path folder, String... options) {
    List<String> arguments = new ArrayList<>(List.of("check", folder.toString(), "--quiet"));
    arguments.addAll(List.of(options));
    Vivarium.Result result = Vivarium.run(arguments.toArray(String[]::new));
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.err());
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jupyter ended with " + process.exitValue());
    }
  }

  /** Cells as a lesson has them: definitions, loops, a little arithmetic. */
  private static String notebook(int number) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      cells.add(
          """
          {"cell_type": "code", "execution_count": null, "id": "c%d", "metadata": {}, "outputs": [],
           "source": ["def f%d(n):\\n", "    return sum(k * k for k in range(n))\\n", "\\n",
                      "print(f%d(%d))\\n", "[f%d(k) for k in range(20)]"]}"""
              .formatted(i, i, i, 1000 + number, i));
    }
    return "{\"cells\": ["
        + String.join(",\n", cells)
        + "],\n \"metadata\": {\"kernelspec\": {\"display_name\": \"Python 3\", \"language\":"
        + " \"python\", \"name\": \"python3\"}},\n \"nbformat\": 4, \"nbformat_minor\": 5}\n";
  }
}
