/** Checks a site: its cells, its links, its slides. */
@NullMarked
package vivarium.check;

import org.jspecify.annotations.NullMarked;
