/** Where wheels come from: package indexes and folders. */
@NullMarked
package vivarium.packages.index;

import org.jspecify.annotations.NullMarked;
