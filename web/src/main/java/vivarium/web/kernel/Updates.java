package vivarium.web.kernel;

import vivarium.model.output.MimeBundle;

/** Learns what becomes of values that cells have shown, whichever run says so. */
public interface Updates {
  /** Another value takes the place of those shown under a name, below whichever cell. */
  void update(String displayId, MimeBundle bundle);
}
