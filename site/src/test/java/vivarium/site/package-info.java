@NullMarked
package vivarium.site;

import org.jspecify.annotations.NullMarked;
