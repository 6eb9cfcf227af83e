package vivarium.engine.python;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Cells to run in one interpreter.
 *
 * @param clock the time at which the interpreter's clock starts. It goes on only while Python
 *     sleeps, and a little each time it is looked at, so that a job gives the same outputs each
 *     time.
 * @param origins what the code may reach over the network, such as {@code https://example.org}
 * @param packages what the code may import besides what Python brings
 * @param files what the code finds on its disk
 */
public record Job(
    List<Code> cells,
    Instant clock,
    List<String> origins,
    PythonPackages packages,
    CellFiles files) {
  /**
   * A cell.
   *
   * @param cell its id, which names it in tracebacks
   * @param env the name of the environment whose variables it sees
   * @param code Python source
   * @param limit how long it may run, in real time
   * @param input the lines that it gets when it asks; without any it ends where it asks
   * @param figures how figures are shown, {@code svg} or {@code png}; empty when the cell does not
   *     say
   */
  public record Code(
      String cell, String env, String code, Duration limit, List<String> input, String figures) {
    public Code {
      input = List.copyOf(input);
    }

    /** A cell that is given no input, and does not say how figures are shown. */
    public Code(String cell, String env, String code, Duration limit) {
      this(cell, env, code, limit, List.of(), "");
    }
  }

  public Job {
    cells = List.copyOf(cells);
    origins = List.copyOf(origins);
  }

  /** A job without files. */
  public Job(List<Code> cells, Instant clock, List<String> origins, PythonPackages packages) {
    this(cells, clock, origins, packages, CellFiles.NONE);
  }

  /** A job without packages and files. */
  public Job(List<Code> cells, Instant clock, List<String> origins) {
    this(cells, clock, origins, PythonPackages.NONE);
  }

  /** A job without packages, files and the network. */
  public Job(List<Code> cells, Instant clock) {
    this(cells, clock, List.of());
  }
}
