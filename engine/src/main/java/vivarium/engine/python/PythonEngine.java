package vivarium.engine.python;

/** Runs Python that cannot see this machine. Safe to use from many threads. */
public interface PythonEngine extends AutoCloseable {
  /**
   * Runs the cells of a job one after the other, in an interpreter that nothing ran in before.
   * Waits while {@link #parallel} others run. A cell that ends the interpreter ends the job, and
   * nothing else.
   *
   * @throws vivarium.engine.EngineException when Python cannot be started on this machine
   * @throws InterruptedException when the thread was interrupted; the interpreter is gone by then
   */
  JobResult run(Job job) throws InterruptedException;

  /** Names everything that results depend on but the job itself: a hash, for keys of caches. */
  String build();

  /** How many jobs run at the same time. */
  int parallel();

  /** Ends every interpreter, also those that run. */
  @Override
  void close();
}
