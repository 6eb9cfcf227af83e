/** Wheels and servers that tests make for themselves. */
@NullMarked
package vivarium.packages.supply;

import org.jspecify.annotations.NullMarked;
