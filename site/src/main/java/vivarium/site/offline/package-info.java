/** What lets readers keep a site and read it without a network. */
@NullMarked
package vivarium.site.offline;

import org.jspecify.annotations.NullMarked;
