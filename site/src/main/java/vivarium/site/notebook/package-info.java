/** The notebook that a page of the format {@code notebook} shows and lets readers edit. */
@NullMarked
package vivarium.site.notebook;

import org.jspecify.annotations.NullMarked;
