/** Hashes, by which a file is known to be the one that was meant. */
@NullMarked
package vivarium.packages.hash;

import org.jspecify.annotations.NullMarked;
