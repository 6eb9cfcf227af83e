@NullMarked
package vivarium.web.notebook.edit;

import org.jspecify.annotations.NullMarked;
