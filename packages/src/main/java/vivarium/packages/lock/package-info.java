/** The lock file: which packages a site has, to the last byte. */
@NullMarked
package vivarium.packages.lock;

import org.jspecify.annotations.NullMarked;
