@NullMarked
package vivarium.check.slides;

import org.jspecify.annotations.NullMarked;
