package vivarium.cli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes mirrors into folders. Everything is written into a hidden folder inside first, since the
 * folder itself may be the root of a disk; then the old mirror's entries are moved away and the new
 * ones in. A switch that was cut off is taken back or completed by the next call.
 */
final class MirrorFolder {
  private static final String STAGING = ".vivarium-mirror";

  private MirrorFolder() {}

  static Optional<String> refusal(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      return Optional.of("\"" + target + "\" is a file, not a folder.");
    }
    recover(target);
    if (entries(target).isEmpty()) {
      return Optional.empty();
    }
    if (!Readme.isIn(target) || !Files.exists(target.resolve(Checksums.NAME))) {
      return Optional.of("\"" + target + "\" holds files, and is no mirror.");
    }
    Checksums sums = Checksums.in(target);
    for (Path entry : own(target)) {
      try (Stream<Path> all = Files.walk(entry)) {
        for (Path file : all.filter(it -> !Files.isDirectory(it)).toList()) {
          String path = target.relativize(file).toString().replace('\\', '/');
          String hash = sums.hashes().get(path);
          if (!path.equals(Checksums.NAME) && !Checksums.hash(file).equals(hash)) {
            String what = hash == null ? "is not of the mirror" : "was changed in the mirror";
            return Optional.of("\"" + file + "\" " + what + ", and would be lost.");
          }
        }
      }
    }
    return Optional.empty();
  }

  static long write(Path target, MirrorOutput.Writing writing) throws IOException {
    Files.createDirectories(target);
    recover(target);
    Path staging = target.resolve(STAGING);
    try {
      Path staged = Files.createDirectories(staging.resolve("new"));
      long size = writing.to(file -> add(staged, file));
      change(target, staged, Files.createDirectories(staging.resolve("old")));
      return size;
    } finally {
      recover(target);
    }
  }

  private static String add(Path folder, MirrorFile file) throws IOException {
    Path path = folder.resolve(file.path());
    Files.createDirectories(path.resolveSibling(""));
    String hash;
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel);
        InputStream in = file.content().open()) {
      hash = Checksums.copy(in, out);
      channel.force(true);
    }
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (file.isProgram() && view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return hash;
  }

  private static void change(Path target, Path staged, Path old) throws IOException {
    for (Path entry : own(target)) {
      Files.move(entry, old.resolve(target.relativize(entry)));
    }
    List<Path> moved = new ArrayList<>();
    try {
      for (Path entry : entries(staged)) {
        Path place = target.resolve(staged.relativize(entry));
        Files.move(entry, place);
        moved.add(place);
      }
    } catch (IOException e) {
      for (Path place : moved) {
        delete(place);
      }
      throw e;
    }
  }

  /** The entries of the mirror that is there; others, as a built site, are in nobody's way. */
  private static List<Path> own(Path target) throws IOException {
    if (!Files.exists(target.resolve(Checksums.NAME))) {
      return List.of();
    }
    Set<String> names = new HashSet<>(Set.of(Checksums.NAME));
    for (String path : Checksums.in(target).hashes().keySet()) {
      names.add(path.replaceFirst("/.*", ""));
    }
    return entries(target).stream()
        .filter(entry -> names.contains(String.valueOf(entry.getFileName())))
        .toList();
  }

  /** What an earlier call left behind: the list of hashes is moved last, so it says whose. */
  private static void recover(Path target) throws IOException {
    Path staging = target.resolve(STAGING);
    Path old = staging.resolve("old");
    if (Files.isDirectory(old) && !Files.exists(target.resolve(Checksums.NAME))) {
      for (Path entry : entries(old)) {
        Path place = target.resolve(old.relativize(entry));
        delete(place);
        Files.move(entry, place);
      }
    }
    delete(staging);
  }

  /** Hidden ones, such as a file system's, are in nobody's way. The list of hashes comes last. */
  private static List<Path> entries(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        if (!String.valueOf(each.getFileName()).startsWith(".")) {
          found.add(each);
        }
      }
    }
    found.sort(
        Comparator.<Path, Boolean>comparing(it -> it.endsWith(Checksums.NAME))
            .thenComparing(Comparator.naturalOrder()));
    return found;
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
