/** Highlighted code and mathematics, made when the site is built. */
@NullMarked
package vivarium.engine.typeset;

import org.jspecify.annotations.NullMarked;
