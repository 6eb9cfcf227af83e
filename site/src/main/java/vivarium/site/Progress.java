package vivarium.site;

/** Told how far a build has come. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total, what) -> {};

  /**
   * A document is about to be built.
   *
   * @param done how many documents are finished
   * @param total how many there are
   * @param what the path of the document
   */
  void step(int done, int total, String what);

  /**
   * The cells of a document have run, before any document is built. Called from several threads.
   *
   * @param done how many documents have run so far
   * @param total how many there are
   * @param what the path of the document
   */
  default void running(int done, int total, String what) {}
}
