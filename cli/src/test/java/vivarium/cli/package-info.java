@NullMarked
package vivarium.cli;

import org.jspecify.annotations.NullMarked;
