package vivarium.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vivarium.model.notebook.NotebookReader;
import vivarium.model.notebook.NotebookResult;
import vivarium.parse.source.Utf8;
import vivarium.server.EditedFile;
import vivarium.site.write.Sha256;

/**
 * A notebook of the user that a page shows and saves.
 *
 * @param path the file
 * @param name what the user calls it
 */
record NotebookFile(Path path, String name) implements EditedFile {
  private static final int ID_DIGITS = 16;

  @Override
  public String id() {
    return Sha256.of(path.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }

  @Override
  public boolean exchange(byte[] before, byte[] after) throws IOException {
    try {
      return WholeFile.exchange(path, before, after, name);
    } catch (EnvironmentException e) {
      throw new IOException(e.diagnostic().message(), e);
    }
  }

  @Override
  public Optional<String> fault(byte[] content) {
    return NotebookReader.read(Utf8.decode(content)) instanceof NotebookResult.Fault fault
        ? Optional.of("This is no notebook: " + fault.message())
        : Optional.empty();
  }
}
