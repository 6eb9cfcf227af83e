package vivarium.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options about where packages are looked for. */
final class LockSources {
  @Option(
      names = "--wheels",
      paramLabel = "PLACE",
      description =
          "A folder of wheels, or a wheel; may be given several times. The folder \"wheels\" beside"
              + " the documents counts without being named.")
  private List<Path> wheels = new ArrayList<>();

  @Option(
      names = "--index",
      paramLabel = "URL",
      description =
          "A package index; may be given several times. After these are asked those that pip asks:"
              + " PIP_INDEX_URL, PIP_EXTRA_INDEX_URL, and pip's configuration.")
  private List<String> indexes = new ArrayList<>();

  @Option(
      names = "--engine-packages",
      paramLabel = "URL",
      description = "Where the packages that come with Pyodide lie on a server.")
  private String enginePackages = "";

  @Option(names = "--offline", description = "Loads nothing: takes what is on this machine.")
  private boolean offline;

  List<Path> wheels() {
    return List.copyOf(wheels);
  }

  List<String> indexes() {
    return List.copyOf(indexes);
  }

  /** Empty when nobody said. */
  String enginePackages() {
    return enginePackages;
  }

  boolean isOffline() {
    return offline;
  }
}
