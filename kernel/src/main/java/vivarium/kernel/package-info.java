/** The kernel: owns a Python interpreter and runs cells in it, one at a time. */
@NullMarked
package vivarium.kernel;

import org.jspecify.annotations.NullMarked;
