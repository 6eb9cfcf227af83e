package vivarium.engine.python;

import java.util.List;

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

  /**
   * Runs a job as {@link #run(Job)} does, but in an interpreter that starts from an image, as it
   * does in a reader's browser.
   *
   * @param image what {@link #image} made
   */
  JobResult run(Job job, PythonImage.Made image) throws InterruptedException;

  /**
   * Makes an image, or finds the one that was made before: the same for the same modules and
   * packages, to the last byte.
   *
   * @param imports {@link JobResult#imports} of a job
   * @param packages those of the job; the wanted ones are in the image
   * @throws vivarium.engine.EngineException when Python cannot be started on this machine
   * @throws InterruptedException when the thread was interrupted
   */
  PythonImage image(List<String> imports, PythonPackages packages) throws InterruptedException;

  /** Names everything that results depend on but the job itself: a hash, for keys of caches. */
  String build();

  /** How many jobs run at the same time. */
  int parallel();

  /** Ends every interpreter, also those that run. */
  @Override
  void close();
}
