package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A page that is measured. Its Python writes {@code ready-TIME}, in milliseconds since 1970 or as
 * ISO 8601 in UTC, once by itself and again for each click on its button.
 */
interface Subject {
  /** Chosen with, and the name of its folder: {@code pyscript}. */
  String id();

  /** What the tables call it. */
  String title();

  /** The subject whose times its own are divided by; its own id for one that others refer to. */
  String reference();

  /** Whether Vivarium built it, with a second cell that never ends. */
  boolean isVivarium();

  /** The selector of the button that makes Python write again. */
  String button();

  /** Whether Python writes for the first time by itself, and not when the button is pressed. */
  default boolean isAutomatic() {
    return true;
  }

  /**
   * Puts all that the page is made of into {@code folder}.
   *
   * @return why it cannot be measured here; empty when it can
   */
  Optional<String> write(Path folder) throws IOException;
}
