@NullMarked
package vivarium.site.pack;

import org.jspecify.annotations.NullMarked;
