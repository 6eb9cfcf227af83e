/** The messages between a host and the kernel, and their JSON form. */
@NullMarked
package vivarium.protocol;

import org.jspecify.annotations.NullMarked;
