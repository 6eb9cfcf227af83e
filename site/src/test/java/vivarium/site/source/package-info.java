@NullMarked
package vivarium.site.source;

import org.jspecify.annotations.NullMarked;
