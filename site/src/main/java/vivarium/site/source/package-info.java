/** Reads the folder that authors write in, and never leaves it. */
@NullMarked
package vivarium.site.source;

import org.jspecify.annotations.NullMarked;
