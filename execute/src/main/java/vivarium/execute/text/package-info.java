/** Text that cells wrote, made fit to be shown in a terminal. */
@NullMarked
package vivarium.execute.text;

import org.jspecify.annotations.NullMarked;
