/** Chooses one release of each package that is needed, or explains why that cannot be done. */
@NullMarked
package vivarium.packages.resolve;

import org.jspecify.annotations.NullMarked;
