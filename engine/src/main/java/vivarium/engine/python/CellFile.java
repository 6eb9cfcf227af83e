package vivarium.engine.python;

import java.nio.file.Path;

/**
 * A file that cells find.
 *
 * @param path where Python finds it, below its home folder, with {@code /} between the parts
 * @param source where its content is
 * @param size in bytes
 * @param sha256 of its content, hexadecimal
 */
public record CellFile(String path, Path source, long size, String sha256) {}
