@NullMarked
package vivarium.site.render;

import org.jspecify.annotations.NullMarked;
