@NullMarked
package vivarium.check.report;

import org.jspecify.annotations.NullMarked;
