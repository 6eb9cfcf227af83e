@NullMarked
package vivarium.web.notebook.keep;

import org.jspecify.annotations.NullMarked;
