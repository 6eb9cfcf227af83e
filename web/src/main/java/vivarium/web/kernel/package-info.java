/** The page's side of the kernel. */
@NullMarked
package vivarium.web.kernel;

import org.jspecify.annotations.NullMarked;
