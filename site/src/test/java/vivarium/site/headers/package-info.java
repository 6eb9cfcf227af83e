@NullMarked
package vivarium.site.headers;

import org.jspecify.annotations.NullMarked;
