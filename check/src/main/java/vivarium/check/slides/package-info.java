/** Checks that what is on a slide fits it, in an installed browser. */
@NullMarked
package vivarium.check.slides;

import org.jspecify.annotations.NullMarked;
