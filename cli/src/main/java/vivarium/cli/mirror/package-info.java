/** Copies of a course with all that building it needs, for machines without a network. */
@NullMarked
package vivarium.cli.mirror;

import org.jspecify.annotations.NullMarked;
