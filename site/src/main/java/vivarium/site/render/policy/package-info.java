/** What browsers are told not to do on a page. */
@NullMarked
package vivarium.site.render.policy;

import org.jspecify.annotations.NullMarked;
