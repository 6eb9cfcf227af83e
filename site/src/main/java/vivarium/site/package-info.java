/**
 * Builds a site from Markdown and writes it into a folder.
 *
 * <p>{@link SiteBuilder} reads the sources and gives a {@link Site}, a map of files; {@link
 * SiteWriter} puts it on a disk. Neither prints, and neither throws for what a user did.
 */
@NullMarked
package vivarium.site;

import org.jspecify.annotations.NullMarked;
