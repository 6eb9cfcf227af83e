/** Compares what cells wrote with what their source records. */
@NullMarked
package vivarium.execute.compare;

import org.jspecify.annotations.NullMarked;
