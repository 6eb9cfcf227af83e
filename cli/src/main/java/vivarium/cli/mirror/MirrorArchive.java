package vivarium.cli.mirror;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Writes mirrors as archives, in which everything lies in one folder. */
final class MirrorArchive {
  /** All files have one time, so that the same mirror is the same archive. */
  static final FileTime TIME = FileTime.fromMillis(315_532_800_000L);

  private MirrorArchive() {}

  static Optional<String> refusal(Path target) throws IOException {
    return !Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isMirror(target)
        ? Optional.empty()
        : Optional.of("\"" + target + "\" is there already, and is no mirror.");
  }

  private static boolean isMirror(Path target) throws IOException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    try {
      return isZip(target) ? isMirrorZip(target) : isMirrorTar(target);
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private static boolean isMirrorZip(Path target) throws IOException {
    try (ZipFile zip = new ZipFile(target.toFile())) {
      Optional<? extends ZipEntry> readme =
          zip.stream().filter(it -> it.getName().matches("[^/]+/" + Readme.NAME)).findFirst();
      if (readme.isEmpty()) {
        return false;
      }
      try (InputStream in = zip.getInputStream(readme.get())) {
        return Readme.isAtStart(in);
      }
    }
  }

  /** The file that says so comes first. */
  private static boolean isMirrorTar(Path target) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(target));
        InputStream tar = new GZIPInputStream(in)) {
      tar.skipNBytes(TarOutput.BLOCK);
      return Readme.isAtStart(tar);
    }
  }

  static long write(Path target, MirrorOutput.Writing writing) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Files.createDirectories(absolute.resolveSibling(""));
    Path partial = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Files.deleteIfExists(partial);
    try {
      String top = name(absolute) + "/";
      if (isZip(absolute)) {
        zip(partial, top, writing);
      } else {
        tar(partial, top, writing);
      }
      Files.move(
          partial, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(absolute);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void zip(Path file, String top, MirrorOutput.Writing writing) throws IOException {
    Map<String, Object> options =
        Map.of("create", "true", "enablePosixFileAttributes", "true", "useTempFile", true);
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), options)) {
      writing.to(each -> add(zip.getPath(top + each.path()), each));
      try (Stream<Path> all = Files.walk(zip.getPath(top))) {
        for (Path each : all.toList()) {
          Files.setLastModifiedTime(each, TIME);
        }
      }
    }
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static String add(Path path, MirrorFile file) throws IOException {
    Files.createDirectories(path.resolveSibling(""));
    String hash;
    try (InputStream in = file.content().open();
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      hash = Checksums.copy(in, out);
    }
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(file.isProgram() ? "rwxr-xr-x" : "rw-r--r--"));
    return hash;
  }

  private static void tar(Path file, String top, MirrorOutput.Writing writing) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      TarOutput tar = new TarOutput(gzip, top);
      writing.to(tar);
      tar.end();
      gzip.finish();
      out.flush();
      channel.force(true);
    }
  }

  private static boolean isZip(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static String name(Path target) {
    return String.valueOf(target.getFileName()).replaceFirst("(?i)\\.(?:zip|tar\\.gz|tgz)$", "");
  }
}
