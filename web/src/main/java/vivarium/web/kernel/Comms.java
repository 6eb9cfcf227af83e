package vivarium.web.kernel;

/** Learns what objects in Python say to the widgets that show them. */
public interface Comms {
  /** An object says something, see {@link vivarium.protocol.FromKernel.Comm}. */
  void heard(String message);

  /** Who shows what is written in a widget; its run has a number below 0. */
  RunListener outputs(int run);

  /** Python is gone, and all its objects. */
  void end();
}
