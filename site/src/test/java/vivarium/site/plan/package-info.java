@NullMarked
package vivarium.site.plan;

import org.jspecify.annotations.NullMarked;
