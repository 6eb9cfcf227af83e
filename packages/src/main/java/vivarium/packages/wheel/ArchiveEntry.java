package vivarium.packages.wheel;

/**
 * What the directory of an archive says about one of its files.
 *
 * @param path with {@code /} between its parts; ends with one for a folder
 * @param header where the file's own header begins, in bytes
 * @param packed the size within the archive, in bytes
 * @param size the size of the file, in bytes
 * @param kind what Unix calls the file's mode, 0 when the archive does not say
 */
record ArchiveEntry(
    String path, long header, long packed, long size, int crc, int method, int flags, int kind) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;
  private static final int LINK = 0xA000;

  boolean isFolder() {
    return path.endsWith("/");
  }

  boolean isLink() {
    return (kind & TYPE) == LINK;
  }

  /** Whether this is a device, a pipe or whatever else is neither file nor folder. */
  boolean isSpecial() {
    int type = kind & TYPE;
    return type != 0 && type != REGULAR && type != FOLDER;
  }
}
