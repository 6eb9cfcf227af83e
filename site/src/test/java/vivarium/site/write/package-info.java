@NullMarked
package vivarium.site.write;

import org.jspecify.annotations.NullMarked;
