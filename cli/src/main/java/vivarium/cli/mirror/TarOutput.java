package vivarium.cli.mirror;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.util.Locale;

/**
 * Writes files in the format of <a
 * href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">pax</a>, which every
 * {@code tar} reads.
 */
final class TarOutput implements MirrorOutput {
  static final int BLOCK = 512;

  private static final int NAME_BYTES = 100;

  /** What the eleven octal digits of a header can say. */
  private static final long MOST_BYTES = 1L << 33;

  private final OutputStream out;
  private final String top;

  /**
   * @param top the folder that all lies in, with a slash at its end
   */
  TarOutput(OutputStream out, String top) {
    this.out = out;
    this.top = top;
  }

  @Override
  public String add(MirrorFile file) throws IOException {
    String path = top + file.path();
    long size = file.content().size();
    if (size >= MOST_BYTES) {
      throw new FileSystemException(file.path(), null, "it is too large for this format");
    }
    byte[] name = path.getBytes(UTF_8);
    if (name.length > NAME_BYTES || name.length != path.length()) {
      byte[] record = record(" path=" + path + "\n");
      header("pax-header", record.length, 'x', "644");
      out.write(record);
      fill(record.length);
      name = "long-name".getBytes(US_ASCII);
    }
    header(new String(name, US_ASCII), size, '0', file.isProgram() ? "755" : "644");
    String hash;
    Counted counted = new Counted(out);
    try (InputStream in = file.content().open()) {
      hash = Checksums.copy(in, counted);
    }
    if (counted.count != size) {
      throw new FileSystemException(file.path(), null, "it has changed while it was read");
    }
    fill(size);
    return hash;
  }

  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  /** Its own length stands at its beginning, and counts. */
  private static byte[] record(String text) {
    int length = text.getBytes(UTF_8).length;
    int all = length;
    while (String.valueOf(all).length() + length != all) {
      all = String.valueOf(all).length() + length;
    }
    return (all + text).getBytes(UTF_8);
  }

  private void header(String name, long size, char type, String mode) throws IOException {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000" + mode);
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format(Locale.ROOT, "%011o", size));
    put(header, 136, String.format(Locale.ROOT, "%011o", MirrorArchive.TIME.toMillis() / 1000));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar\u000000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\u0000 ", sum));
    out.write(header);
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }

  private void fill(long size) throws IOException {
    out.write(new byte[(int) (-size & (BLOCK - 1))]);
  }

  private static final class Counted extends FilterOutputStream {
    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
