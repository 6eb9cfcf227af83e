package vivarium.engine.v8;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
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
    useFrom(cache);
  }

  /** Has Javet load the library that another process keeps in {@code cache}. */
  public static void useFrom(Path cache) {
    JavetLibLoader.setLibLoadingListener(
        new NativeLibrary(cache.resolve("javet-" + JavetLibLoader.LIB_VERSION)));
  }

  private static void unpack(Path folder) throws IOException, JavetException {
    JavetLibLoader loader = new JavetLibLoader(JSRuntimeType.Node);
    Path library = folder.resolve(loader.getLibFileName());
    URL packed = JavetLibLoader.class.getResource(loader.getResourceFileName());
    if (packed == null) {
      throw new IOException("no V8 for this platform is on the class path");
    }
    if (Files.exists(library) && Files.size(library) == size(packed)) {
      return;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream in = packed.openStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static long size(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    long size = connection.getContentLengthLong();
    connection.getInputStream().close();
    return size;
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
