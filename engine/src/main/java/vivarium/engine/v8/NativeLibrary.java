package vivarium.engine.v8;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vivarium.engine.EngineException;

/** Keeps one unpacked copy of V8, where Javet would unpack 80 MB for every process. */
public final class NativeLibrary implements IJavetLibLoadingListener {
  private final Path folder;

  private NativeLibrary(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the library into {@code cache} unless it is there, and has Javet load that copy. */
  public static void keepIn(Path cache) {
    Path folder = cache.resolve("javet-" + JavetLibLoader.LIB_VERSION);
    try {
      unpack(folder);
    } catch (IOException | JavetException e) {
      throw new EngineException(
          "V8 could not be unpacked into " + folder + ". Is the folder writable, with 100 MB free?",
          e);
    }
    JavetLibLoader.setLibLoadingListener(new NativeLibrary(folder));
  }

  private static void unpack(Path folder) throws IOException, JavetException {
    JavetLibLoader loader = new JavetLibLoader(JSRuntimeType.Node);
    Path library = folder.resolve(loader.getLibFileName());
    if (Files.exists(library)) {
      return;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream packed =
        JavetLibLoader.class.getResourceAsStream(loader.getResourceFileName())) {
      if (packed == null) {
        throw new IOException("no V8 for this platform is on the class path");
      }
      Files.copy(packed, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  @Override
  public File getLibPath(JSRuntimeType type) {
    return folder.toFile();
  }

  @Override
  public boolean isDeploy(JSRuntimeType type) {
    return false;
  }
}
