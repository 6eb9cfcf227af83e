@NullMarked
package vivarium.site.needs;

import org.jspecify.annotations.NullMarked;
