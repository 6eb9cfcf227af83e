@NullMarked
package vivarium.web.notebook;

import org.jspecify.annotations.NullMarked;
