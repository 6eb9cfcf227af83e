@NullMarked
package vivarium.site.files;

import org.jspecify.annotations.NullMarked;
