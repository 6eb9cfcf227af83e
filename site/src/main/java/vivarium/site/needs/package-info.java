/** Which packages documents need, by what they declare and what their cells import. */
@NullMarked
package vivarium.site.needs;

import org.jspecify.annotations.NullMarked;
