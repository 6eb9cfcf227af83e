@NullMarked
package vivarium.site.render.policy;

import org.jspecify.annotations.NullMarked;
