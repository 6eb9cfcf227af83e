/** What the browser keeps for a page, and tells its other tabs. */
@NullMarked
package vivarium.web.storage;

import org.jspecify.annotations.NullMarked;
