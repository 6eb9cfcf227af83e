package vivarium.packages.wheel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vivarium.packages.syntax.SyntaxException;

/**
 * A zip file in memory that is safe to unpack, as <a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT</a> describes it
 * but for what wheels have no use for: encryption, archives in several parts or of more than 4 GB,
 * comments. It is all checked before anything is unpacked, and nothing depends on which of two
 * contradictory parts of it a reader believes.
 */
final class Archive {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int DIRECTORY = 0x02014b50;
  private static final int DIRECTORY_LENGTH = 46;
  private static final int HEADER = 0x04034b50;
  private static final int HEADER_LENGTH = 30;

  private static final int ENCRYPTED = 0x2041;
  private static final int UTF_8 = 0x800;

  private final String fileName;
  private final ByteBuffer bytes;
  private final WheelLimits limits;
  private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();

  Archive(String fileName, byte[] content, WheelLimits limits) throws WheelException {
    this.fileName = fileName;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    this.limits = limits;
    List<ArchiveEntry> found = directory();
    checkSizes(found);
    for (ArchiveEntry entry : found) {
      checkEntry(entry);
      if (entries.put(entry.path(), entry) != null) {
        throw refused(entry.path(), "is there twice");
      }
    }
    checkCase();
    checkOverlap(found);
  }

  /** The files and folders, by their paths, in the order of the archive. */
  Map<String, ArchiveEntry> entries() {
    return entries;
  }

  private List<ArchiveEntry> directory() throws WheelException {
    int end = bytes.limit() - END_LENGTH;
    if (end < 0 || bytes.getInt(end) != END) {
      throw new WheelException(
          fileName,
          "this is no wheel, or a part of one is missing: it does not end as a zip file.");
    }
    int count = unsignedShort(end + 10);
    long size = unsignedInt(end + 12);
    long start = directoryStart();
    if (unsignedInt(end + 4) != 0 || unsignedShort(end + 8) != count) {
      throw new WheelException(fileName, "this is a part of an archive in several parts.");
    }
    if (start + size != end) {
      throw new WheelException(fileName, "its directory is not where it should be.");
    }
    if (count > limits.entries()) {
      throw new WheelException(
          fileName, "it has " + count + " entries; at most " + limits.entries() + " are unpacked.");
    }
    List<ArchiveEntry> found = new ArrayList<>();
    int position = (int) start;
    for (int i = 0; i < count; i++) {
      if (end - position < DIRECTORY_LENGTH || bytes.getInt(position) != DIRECTORY) {
        throw new WheelException(fileName, "its directory is broken.");
      }
      int nameLength = unsignedShort(position + 28);
      int length =
          DIRECTORY_LENGTH
              + nameLength
              + unsignedShort(position + 30)
              + unsignedShort(position + 32);
      if (end - position < length) {
        throw new WheelException(fileName, "its directory is broken.");
      }
      found.add(entry(position, nameLength));
      position += length;
    }
    if (position != end) {
      throw new WheelException(fileName, "its directory is broken.");
    }
    return found;
  }

  private ArchiveEntry entry(int position, int nameLength) throws WheelException {
    int flags = unsignedShort(position + 8);
    return new ArchiveEntry(
        name(position + DIRECTORY_LENGTH, nameLength, flags),
        unsignedInt(position + 42),
        unsignedInt(position + 20),
        unsignedInt(position + 24),
        bytes.getInt(position + 16),
        unsignedShort(position + 10),
        flags,
        unsignedShort(position + 40));
  }

  private String name(int position, int length, int flags) throws WheelException {
    try {
      boolean isUtf8 = (flags & UTF_8) != 0;
      return (isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII)
          .newDecoder()
          .decode(bytes.slice(position, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new WheelException(fileName, "it has a file whose name is not in UTF-8.");
    }
  }

  private void checkSizes(List<ArchiveEntry> found) throws WheelException {
    long unpacked = 0;
    for (ArchiveEntry entry : found) {
      unpacked += entry.size();
    }
    if (limits.isBomb(bytes.limit(), unpacked)) {
      throw new WheelException(
          fileName,
          "it has "
              + bytes.limit()
              + " bytes and would unpack to "
              + unpacked
              + ", which no package does.");
    }
  }

  private void checkEntry(ArchiveEntry entry) throws WheelException {
    Optional<String> problem = ArchivePath.problem(entry.path());
    if (problem.isPresent()) {
      throw refused(entry.path(), problem.get());
    }
    if (entry.isLink()) {
      throw refused(entry.path(), "is a symbolic link");
    }
    if (entry.isSpecial()) {
      throw refused(entry.path(), "is neither a file nor a folder");
    }
    if ((entry.flags() & ENCRYPTED) != 0) {
      throw refused(entry.path(), "is encrypted");
    }
    if (entry.method() != ArchiveEntry.STORED && entry.method() != ArchiveEntry.DEFLATED) {
      throw refused(entry.path(), "is compressed in an unusual way");
    }
    boolean isStored = entry.method() == ArchiveEntry.STORED;
    if ((isStored && entry.packed() != entry.size()) || (entry.isFolder() && entry.size() != 0)) {
      throw refused(entry.path(), "has a size that cannot be");
    }
  }

  /** Two names that differ in case only are one file on many systems; so is a file as a folder. */
  private void checkCase() throws WheelException {
    Map<String, String> folded = new HashMap<>();
    for (ArchiveEntry entry : entries.values()) {
      String path = entry.path();
      String plain = entry.isFolder() ? path.substring(0, path.length() - 1) : path;
      String earlier = folded.put(plain.toLowerCase(Locale.ROOT), path);
      if (earlier != null) {
        throw refused(path, "has the name of " + SyntaxException.quoted(earlier) + " but for case");
      }
    }
    for (ArchiveEntry entry : entries.values()) {
      String path = entry.path().toLowerCase(Locale.ROOT);
      for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
        String parent = folded.get(path.substring(0, i));
        if (parent != null && !parent.endsWith("/")) {
          throw refused(entry.path(), "stands in a folder that is a file as well");
        }
      }
    }
  }

  private void checkOverlap(List<ArchiveEntry> found) throws WheelException {
    List<ArchiveEntry> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingLong(ArchiveEntry::header));
    long free = 0;
    for (ArchiveEntry entry : sorted) {
      if (entry.header() < free) {
        throw refused(entry.path(), "overlaps with another file");
      }
      free = start(entry) + entry.packed();
      if (free > directoryStart()) {
        throw refused(entry.path(), "reaches beyond the archive's end");
      }
    }
  }

  private long directoryStart() {
    return unsignedInt(bytes.limit() - END_LENGTH + 16);
  }

  /** Where the content of a file begins. Its own header has to agree with the directory. */
  private int start(ArchiveEntry entry) throws WheelException {
    if (entry.header() > bytes.limit() - END_LENGTH - HEADER_LENGTH
        || bytes.getInt((int) entry.header()) != HEADER) {
      throw refused(entry.path(), "has no header");
    }
    int header = (int) entry.header();
    int nameLength = unsignedShort(header + 26);
    long start = (long) header + HEADER_LENGTH + nameLength + unsignedShort(header + 28);
    boolean agrees =
        start <= bytes.limit() - END_LENGTH
            && unsignedShort(header + 8) == entry.method()
            && name(header + HEADER_LENGTH, nameLength, unsignedShort(header + 6))
                .equals(entry.path());
    if (!agrees) {
      throw refused(entry.path(), "has two different headers");
    }
    return (int) start;
  }

  /** The content of a file, checked against its sum. */
  byte[] read(ArchiveEntry entry) throws WheelException {
    int start = start(entry);
    byte[] packed = Arrays.copyOfRange(bytes.array(), start, start + (int) entry.packed());
    byte[] content = entry.method() == ArchiveEntry.STORED ? packed : inflate(entry, packed);
    CRC32 crc = new CRC32();
    crc.update(content);
    if ((int) crc.getValue() != entry.crc()) {
      throw refused(entry.path(), "is damaged: its sum is wrong");
    }
    return content;
  }

  private byte[] inflate(ArchiveEntry entry, byte[] packed) throws WheelException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] content = new byte[(int) entry.size()];
      int length = 0;
      while (length < content.length) {
        int more = inflater.inflate(content, length, content.length - length);
        if (more == 0) {
          throw refused(entry.path(), "is damaged: it ends too early");
        }
        length += more;
      }
      if (!inflater.finished() && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
        throw refused(entry.path(), "is larger than it says");
      }
      if (inflater.getRemaining() > 0) {
        throw refused(entry.path(), "has something behind its end");
      }
      return content;
    } catch (DataFormatException e) {
      throw refused(entry.path(), "is damaged: it cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  private WheelException refused(String path, String problem) {
    return new WheelException(fileName, SyntaxException.quoted(path) + " " + problem + ".");
  }

  private int unsignedShort(int position) {
    return Short.toUnsignedInt(bytes.getShort(position));
  }

  private long unsignedInt(int position) {
    return Integer.toUnsignedLong(bytes.getInt(position));
  }
}
