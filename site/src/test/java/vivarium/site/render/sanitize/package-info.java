@NullMarked
package vivarium.site.render.sanitize;

import org.jspecify.annotations.NullMarked;
