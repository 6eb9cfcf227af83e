@NullMarked
package vivarium.site.offline;

import org.jspecify.annotations.NullMarked;
