@NullMarked
package vivarium.check;

import org.jspecify.annotations.NullMarked;
