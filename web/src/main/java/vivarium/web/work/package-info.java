/** The reader's work: kept, shown in its versions, given out and taken back. */
@NullMarked
package vivarium.web.work;

import org.jspecify.annotations.NullMarked;
