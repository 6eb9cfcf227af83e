@NullMarked
package vivarium.site.language;

import org.jspecify.annotations.NullMarked;
