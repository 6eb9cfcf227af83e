/** The {@code vivarium} command. The only part of Vivarium that prints. */
@NullMarked
package vivarium.cli;

import org.jspecify.annotations.NullMarked;
