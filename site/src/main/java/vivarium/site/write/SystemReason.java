package vivarium.site.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;

/** Says in plain words why a system refused. */
public final class SystemReason {
  static final String FULL = "the disk is full";
  static final String READ_ONLY = "the disk is read-only";
  private static final String PERMISSION = "permission is missing";

  /** How systems say that a disk is full, in lower case. */
  private static final List<String> FULL_MESSAGES =
      List.of("no space left", "out of disk space", "not enough space", "quota exceeded");

  private SystemReason() {}

  /** Part of a sentence, without a full stop. */
  public static String of(IOException refusal) {
    String message = message(refusal);
    String lower = message.toLowerCase(Locale.ROOT);
    if (FULL_MESSAGES.stream().anyMatch(lower::contains)) {
      return FULL;
    }
    if (lower.contains("read-only")) {
      return READ_ONLY;
    }
    if (refusal instanceof AccessDeniedException || lower.contains("permission denied")) {
      return PERMISSION;
    }
    if (refusal instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (refusal instanceof DirectoryNotEmptyException) {
      return "a folder that is not empty stands in the way";
    }
    if (refusal instanceof NotDirectoryException || refusal instanceof FileAlreadyExistsException) {
      return "a file stands in the way";
    }
    return message.isBlank() ? "the system gives no reason" : "the system says: " + message;
  }

  private static String message(IOException refusal) {
    String reason =
        refusal instanceof FileSystemException system ? system.getReason() : refusal.getMessage();
    return reason == null ? "" : reason.strip().replaceFirst("\\.$", "");
  }
}
