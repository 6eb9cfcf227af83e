/** What Vivarium itself says to readers, in their language. */
@NullMarked
package vivarium.model.text;

import org.jspecify.annotations.NullMarked;
