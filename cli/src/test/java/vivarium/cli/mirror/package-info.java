@NullMarked
package vivarium.cli.mirror;

import org.jspecify.annotations.NullMarked;
