/** What cells wrote in earlier runs, on disk. */
@NullMarked
package vivarium.execute.cache;

import org.jspecify.annotations.NullMarked;
