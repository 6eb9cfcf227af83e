package vivarium.cli.mirror;

import java.io.IOException;

/** Takes the files of a mirror, one after the other. */
interface MirrorOutput {
  /** Writes a file, and gives the SHA-256 of what was written. */
  String add(MirrorFile file) throws IOException;

  /** Writes all files, and gives their size. */
  interface Writing {
    long to(MirrorOutput output) throws IOException;
  }
}
