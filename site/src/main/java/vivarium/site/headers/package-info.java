/** What a web host is told to say with each file. */
@NullMarked
package vivarium.site.headers;

import org.jspecify.annotations.NullMarked;
