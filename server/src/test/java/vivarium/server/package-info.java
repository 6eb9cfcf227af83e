@NullMarked
package vivarium.server;

import org.jspecify.annotations.NullMarked;
