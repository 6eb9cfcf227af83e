package vivarium.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors are told of the package {@code pyscript}, and what it is. */
class StubsTest {
  private static final Path PACKAGE = Path.of("src/main/python/pyscript");

  @Test
  void the_stubs_say_what_the_modules_have() throws Exception {
    assertThat(compared(PACKAGE)).isEmpty();
  }

  @Test
  void another_default_would_be_found(@TempDir Path folder) throws Exception {
    try (Stream<Path> files = Files.list(PACKAGE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path stub = folder.resolve("display.pyi");
    Files.writeString(stub, Files.readString(stub).replace("append: bool = True", "append=False"));
    assertThat(compared(folder)).contains("display.py: display:");
  }

  private static String compared(Path folder) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "src/test/python/compare_stubs.py", folder.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "there is no python3");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isIn(0, 1);
    return text;
  }
}
