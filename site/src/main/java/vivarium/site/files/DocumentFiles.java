package vivarium.site.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import vivarium.engine.python.CellFile;
import vivarium.engine.python.CellFiles;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;
import vivarium.model.document.Document;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.IndexException;
import vivarium.site.source.Destination;
import vivarium.site.source.ListedPlaces;
import vivarium.site.source.SourceFolder;

/**
 * The files that a document lists.
 *
 * @param cells what its cells find
 * @param diagnostics what is wrong with the list
 */
public record DocumentFiles(CellFiles cells, List<Diagnostic> diagnostics) {
  /** No files, as in most documents. */
  public static final DocumentFiles NONE = new DocumentFiles(CellFiles.NONE, List.of());

  static final long MOST_BYTES = 200L << 20;
  static final int MOST_FILES = 2_000;

  public DocumentFiles {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Finds the files that a document lists, and hashes them.
   *
   * @param text the document's source
   * @param folder what is built; nothing outside of it is found
   * @param downloads where files on the web come from
   * @throws CancellationException when the thread was interrupted, which it then still is
   */
  public static DocumentFiles of(
      Document document, String text, SourceFolder folder, Downloads downloads) {
    return document.frontMatter().files().isEmpty()
        ? NONE
        : new Reader(
                document.path(),
                new ListedPlaces(document.path(), text, "files"),
                folder,
                downloads)
            .read(document.frontMatter().files());
  }

  /** The same with the files beside the document that its code names, listed or not. */
  public static DocumentFiles withNamed(
      Document document, String text, SourceFolder folder, Downloads downloads) {
    return new Reader(
            document.path(), new ListedPlaces(document.path(), text, "files"), folder, downloads)
        .with(NamedFiles.of(document, folder))
        .read(document.frontMatter().files());
  }

  /** The same for a document that is called {@code path}. */
  public DocumentFiles named(String path) {
    return new DocumentFiles(
        cells,
        diagnostics.stream()
            .map(
                each ->
                    new Diagnostic(
                        each.severity(),
                        each.code(),
                        new Location(path, each.where().line(), each.where().column()),
                        each.message(),
                        each.remedy()))
            .toList());
  }

  private static final class Reader {
    private final String document;
    private final String home;
    private final ListedPlaces places;
    private final SourceFolder folder;
    private final Downloads downloads;
    private final Map<String, Path> downloaded = new HashMap<>();
    private final Map<String, Location> found = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Reader(String document, ListedPlaces places, SourceFolder folder, Downloads downloads) {
      this.document = document;
      this.home = document.substring(0, document.lastIndexOf('/') + 1);
      this.places = places;
      this.folder = folder;
      this.downloads = downloads;
    }

    /** Has these files as well, by their paths in the folder. */
    Reader with(Set<String> paths) {
      paths.forEach(path -> found.put(path, Location.file(document)));
      return this;
    }

    DocumentFiles read(List<String> listed) {
      listed.forEach(this::look);
      boolean isBelow = found.keySet().stream().allMatch(path -> path.startsWith(home));
      List<CellFile> files = new ArrayList<>();
      long bytes = 0;
      for (Map.Entry<String, Location> entry : found.entrySet()) {
        String path = entry.getKey();
        Path source = downloaded.getOrDefault(path, folder.onDisk(path));
        Optional<CellFile> file =
            file(isBelow ? path.substring(home.length()) : path, source, entry);
        file.ifPresent(files::add);
        bytes += file.map(CellFile::size).orElse(0L);
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
          tooMuch(entry.getValue());
          return new DocumentFiles(CellFiles.NONE, diagnostics);
        }
      }
      String begin = isBelow || home.isEmpty() ? "" : home.substring(0, home.length() - 1);
      return new DocumentFiles(new CellFiles(begin, files), diagnostics);
    }

    private void look(String listed) {
      Location where = places.next(listed);
      if (WebFile.isOne(listed)) {
        load(listed, where);
        return;
      }
      boolean isAbsolute = listed.startsWith("/") || listed.matches("[A-Za-z]:[/\\\\].*");
      Optional<String> path =
          isAbsolute ? Optional.empty() : new Destination("", listed, "", "").from(document);
      if (path.isEmpty()) {
        warn(
            "outside-source",
            where,
            quoted(listed)
                + (isAbsolute
                    ? " is not relative to the document."
                    : " lies outside the folder that is built."),
            "Move the file into the folder that is built, and give its path from the document.");
        return;
      }
      FileSearch search = new FileSearch(folder);
      search.search(path.get());
      search.outside().forEach(link -> outside(link, where));
      search.found().forEach(each -> found.putIfAbsent(each, where));
      if (search.found().isEmpty() && search.outside().isEmpty()) {
        missing(listed, path.get(), where);
      }
    }

    private void load(String listed, Location where) {
      try {
        WebFile file = WebFile.of(listed);
        if (file.hash().isEmpty()) {
          withoutHash(listed, downloads.hash(file.address()), where);
          return;
        }
        Path source =
            downloads.file(file.address(), file.hash().get(), folder.onDisk(Downloads.FOLDER));
        String path = home + file.name();
        if (found.putIfAbsent(path, where) == null) {
          downloaded.put(path, source);
        }
      } catch (DifferentFileException e) {
        diagnostics.add(
            Diagnostic.error(
                "file-differs",
                where,
                String.valueOf(e.getMessage()),
                "Look at the file. If it is the one you want, list it with its new hash."));
      } catch (IndexException e) {
        diagnostics.add(
            Diagnostic.error(
                "file-not-loaded",
                where,
                String.valueOf(e.getMessage()),
                "Mend the address, or the network. A file that was loaded once is kept."));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("a file was being loaded");
      }
    }

    private void withoutHash(String listed, Sha256 hash, Location where) {
      diagnostics.add(
          Diagnostic.error(
              "file-without-hash",
              where,
              quoted(listed)
                  + " is listed without its hash, so nobody would notice if it were another"
                  + " file one day.",
              "Write " + listed.replaceFirst("#.*", "") + "#sha256=" + hash + "."));
    }

    private void outside(String link, Location where) {
      warn(
          "outside-source",
          where,
          quoted(link) + " is a symbolic link to something outside the folder that is built.",
          "Copy the file itself into the folder.");
    }

    private void missing(String listed, String path, Location where) {
      boolean isPattern = NamePattern.isPattern(path);
      boolean isFolder = folder.look(path) == SourceFolder.Kind.FOLDER;
      String what =
          isFolder
              ? "The folder " + quoted(listed) + " has no files that are not hidden."
              : isPattern
                  ? "No file matches " + quoted(listed) + "."
                  : "The file " + quoted(listed) + " does not exist.";
      String remedy =
          listed.contains("\\")
              ? "Write / between the names of folders."
              : near(listed, path, isPattern || isFolder)
                  .map(name -> "Did you mean " + quoted(name) + "?")
                  .orElse("Put the file there, or correct the path.");
      warn("missing-file", where, what, remedy);
    }

    /** What may be meant: something of a name that is alike, or the same name in another folder. */
    private Optional<String> near(String listed, String path, boolean isMany) {
      int slash = path.lastIndexOf('/');
      String name = path.substring(slash + 1);
      return isMany
          ? Optional.empty()
          : Nearest.to(name, folder.names(path.substring(0, Math.max(slash, 0))))
              .map(near -> beside(listed, near));
    }

    private static String beside(String listed, String name) {
      return listed.substring(0, listed.lastIndexOf('/') + 1) + name;
    }

    private Optional<CellFile> file(String path, Path file, Map.Entry<String, Location> listed) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long size = 0;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          byte[] buffer = new byte[1 << 16];
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > MOST_BYTES) {
              break; // It is refused, whatever comes.
            }
          }
        }
        return Optional.of(
            new CellFile(path, file, size, HexFormat.of().formatHex(digest.digest())));
      } catch (IOException e) {
        diagnostics.add(
            Diagnostic.error(
                "cannot-read",
                listed.getValue(),
                "The file " + quoted(listed.getKey()) + " cannot be read.",
                "Give yourself the right to read it, or take it out of \"files\"."));
        return Optional.empty();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    private void tooMuch(Location where) {
      diagnostics.add(
          Diagnostic.error(
              "too-many-files",
              where,
              "The files of a document are too much for a browser: more than "
                  + (MOST_BYTES >> 20)
                  + " MB, or more than "
                  + MOST_FILES
                  + " files.",
              "List only what its cells read."));
    }

    private void warn(String code, Location where, String message, String remedy) {
      diagnostics.add(Diagnostic.warning(code, where, message, remedy));
    }

    private static String quoted(String text) {
      return "\"" + text + "\"";
    }
  }
}
