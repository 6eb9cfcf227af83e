/** Notebooks of the world and random ones: read, edited, written, and read by nbformat itself. */
@NullMarked
package vivarium.tests.notebook;

import org.jspecify.annotations.NullMarked;
