/** Writes what cells wrote back into the source of their document. */
@NullMarked
package vivarium.parse.record;

import org.jspecify.annotations.NullMarked;
