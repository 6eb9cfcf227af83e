package vivarium.packages.wheel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, wrong ones too. */
final class ZipBytes {
  /** A file of the archive; what it says about itself need not be true. */
  static final class Entry {
    String name;
    String localName;
    byte[] content;
    byte[] packed;
    int method;
    int flags = 0x800;
    int mode;
    int crc;
    long size;
    int sameDataAs = -1;

    Entry(String name, byte[] content, boolean isDeflated) {
      this.name = name;
      this.localName = name;
      this.content = content;
      this.packed = isDeflated ? deflate(content) : content;
      this.method = isDeflated ? 8 : 0;
      this.size = content.length;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = (int) sum.getValue();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  Entry add(String name, byte[] content, boolean isDeflated) {
    Entry entry = new Entry(name, content, isDeflated);
    entries.add(entry);
    return entry;
  }

  List<Entry> entries() {
    return entries;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.sameDataAs >= 0) {
        offsets.add(offsets.get(entry.sameDataAs));
        continue;
      }
      offsets.add(out.size());
      byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
      byte[] head = new byte[30];
      ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
      header.putShort((short) entry.method).putInt(0).putInt(entry.crc);
      header.putInt(entry.packed.length).putInt((int) entry.size);
      header.putShort((short) name.length).putShort((short) 0);
      out.writeBytes(head);
      out.writeBytes(name);
      out.writeBytes(entry.packed);
    }
    int start = out.size();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
      byte[] head = new byte[46];
      ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
      header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
      header.putInt(entry.crc).putInt(entry.packed.length).putInt((int) entry.size);
      header.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
      header.putShort((short) 0).putShort((short) 0).putInt(entry.mode << 16);
      header.putInt(offsets.get(i));
      out.writeBytes(head);
      out.writeBytes(name);
    }
    byte[] tail = new byte[22];
    ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putInt(0).putShort((short) entries.size());
    end.putShort((short) entries.size()).putInt(out.size() - start).putInt(start);
    end.putShort((short) 0);
    out.writeBytes(tail);
    return out.toByteArray();
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
