/**
 * The development server: shows a site from memory, to this machine only, and tells the browser
 * when it has changed.
 */
@NullMarked
package vivarium.server;

import org.jspecify.annotations.NullMarked;
