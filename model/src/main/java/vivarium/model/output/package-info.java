/** What a cell writes when it runs. */
@NullMarked
package vivarium.model.output;

import org.jspecify.annotations.NullMarked;
