/** Live reload while an author writes. */
@NullMarked
package vivarium.web.reload;

import org.jspecify.annotations.NullMarked;
