/** The language in which a page speaks of itself. */
@NullMarked
package vivarium.site.language;

import org.jspecify.annotations.NullMarked;
