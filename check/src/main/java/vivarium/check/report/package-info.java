/** What a check found, for programs. */
@NullMarked
package vivarium.check.report;

import org.jspecify.annotations.NullMarked;
