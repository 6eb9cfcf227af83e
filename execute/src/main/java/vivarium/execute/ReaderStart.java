package vivarium.execute;

/** What Python starts from in the browsers of a document's readers. */
public enum ReaderStart {
  /** From nothing. */
  PLAIN,
  /** From the memory image that is the same for all documents. */
  COMMON_IMAGE,
  /**
   * From a memory image in which everything is imported that the document's cells import, where
   * that can be.
   */
  OWN_IMAGE
}
