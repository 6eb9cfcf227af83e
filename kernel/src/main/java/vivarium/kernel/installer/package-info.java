/** Choosing what to install while a page is read: a script of its own, loaded when it is needed. */
@NullMarked
package vivarium.kernel.installer;

import org.jspecify.annotations.NullMarked;
