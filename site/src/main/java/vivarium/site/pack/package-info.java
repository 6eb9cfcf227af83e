/** A page of a site with everything that it loads, in one file. */
@NullMarked
package vivarium.site.pack;

import org.jspecify.annotations.NullMarked;
