/** Packs Vivarium's Python side as a wheel. */
@NullMarked
package vivarium.python;

import org.jspecify.annotations.NullMarked;
