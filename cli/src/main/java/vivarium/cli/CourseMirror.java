package vivarium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.cli.mirror.CourseFiles;
import vivarium.cli.mirror.Mirror;
import vivarium.cli.mirror.MirrorFile;
import vivarium.cli.mirror.ProgramJars;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.lock.LockedWheels;
import vivarium.packages.wheel.Wheel;
import vivarium.site.files.Downloads;
import vivarium.site.write.SystemReason;

/** Writes the mirror of a course. */
final class CourseMirror {
  private final ProgramJars program;
  private final Path output;

  /**
   * @param output where it goes, as the user wrote it
   */
  CourseMirror(ProgramJars program, Path output) {
    this.program = program;
    this.output = output;
  }

  /**
   * What was written.
   *
   * @param sources how many files of the course
   * @param bytes the size of everything
   */
  record Written(Mirror mirror, ProgramJars program, int wheels, int sources, long bytes) {}

  /**
   * Writes it.
   *
   * @param folder the course
   * @param wheels those that it has locked
   * @param downloads the files on the web that its documents list, by their SHA-256
   * @param problems takes what is left out
   * @throws EnvironmentException when that does not work; then nothing has changed
   */
  Written write(
      Path folder,
      Path target,
      List<Wheel> wheels,
      Map<String, Path> downloads,
      List<Diagnostic> problems) {
    try {
      Optional<String> refusal = Mirror.refusal(target);
      if (refusal.isPresent()) {
        throw new EnvironmentException(
            "not-our-folder",
            output.toString(),
            refusal.get(),
            "Choose a new name, so that nothing of yours is overwritten.",
            new IOException(refusal.get()));
      }
      CourseFiles course = CourseFiles.in(folder).without(target);
      course.links().forEach(link -> problems.add(leftOut(link)));
      Mirror mirror = new Mirror(name(folder)).program(program, "Vivarium " + Version.current());
      course.files().forEach((path, file) -> mirror.with(MirrorFile.copy(path, file)));
      for (Wheel wheel : wheels) {
        String path = LockedWheels.FOLDER + "/" + wheel.name().fileName();
        if (!course.files().containsKey(path)) {
          mirror.with(MirrorFile.of(path, wheel.bytes()));
        }
      }
      downloads.forEach(
          (hash, file) -> {
            String path = Downloads.FOLDER + "/" + hash;
            if (!course.files().containsKey(path)) {
              mirror.with(MirrorFile.copy(path, file));
            }
          });
      long bytes = mirror.write(target);
      return new Written(mirror, program, wheels.size(), course.files().size(), bytes);
    } catch (IOException e) {
      throw refused(e);
    } catch (UncheckedIOException | DirectoryIteratorException e) {
      throw refused(new IOException(e.getMessage(), e));
    }
  }

  private EnvironmentException refused(IOException e) {
    return new EnvironmentException(
        "cannot-write",
        output.toString(),
        "The mirror cannot be written: " + SystemReason.of(e) + ".",
        "Put that right, or choose another place.",
        e);
  }

  private static String name(Path folder) {
    Path name = folder.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Diagnostic leftOut(String link) {
    return Diagnostic.warning(
        "outside-source",
        Location.file(link),
        "This link leads to a folder, or out of the course: it is not in the mirror.",
        "Put the files themselves there.");
  }
}
