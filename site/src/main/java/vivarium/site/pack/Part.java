package vivarium.site.pack;

/**
 * What a part of a packed page takes of its file.
 *
 * @param name what it is, in a few words
 * @param bytes its size in the file
 */
public record Part(String name, long bytes) {}
