package vivarium.cli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The file that says what a mirror is for; by its first words a mirror is known. */
final class Readme {
  static final String NAME = "README.txt";

  private static final String MARK = "This folder is a Vivarium mirror:";

  private Readme() {}

  /**
   * The text.
   *
   * @param course the folder of the course in the mirror
   * @param systems those that it runs on
   */
  static String text(String course, String version, List<String> systems) {
    String quoted = course.matches("[A-Za-z0-9._-]+") ? course : '"' + course + '"';
    return MARK
        + """
         all that "%s" needs to be built without a network.

        1. The machine needs Java 17 or newer, in PATH, in JAVA_HOME, or unpacked here as the folder "java".
        2. In a terminal, in this folder: sh vivarium build %s -o site     (Windows: vivarium build %s -o site)
        3. The pages are in the folder "site". To write and watch:  sh vivarium serve %s
        4. The packages are in %s/wheels. For others, lock the course where there is a network, and mirror it again.
        5. Was a file damaged on the way?  sh vivarium mirror --check .

        %s, for %s.
        """
            .formatted(course, quoted, quoted, quoted, course, version, String.join(", ", systems));
  }

  /** Whether a folder is a mirror. */
  static boolean isIn(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return isAtStart(in);
    }
  }

  /** Whether this is such a file. */
  static boolean isAtStart(InputStream in) throws IOException {
    byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(mark, in.readNBytes(mark.length));
  }
}
