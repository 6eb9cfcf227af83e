package vivarium.engine.python.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What parent and child say to each other: a kind, and texts, each as its length in bytes and
 * UTF-8.
 *
 * @param texts what belongs to the kind
 */
public record Frame(Kind kind, List<String> texts) {
  /** More than a kernel ever writes in one run; beyond it, the other side is not to be trusted. */
  private static final int MOST_BYTES = 64 << 20;

  /** What is said. */
  public enum Kind {
    /**
     * To the child: start an interpreter that nothing ran in; what was before is gone. The text is
     * that of a {@link Beginning}.
     */
    START,
    /**
     * To the child: a job begins. The texts are its time in milliseconds since 1970, a JSON list of
     * its cells' code, and the origins it may reach. Answered with a JSON list of the modules that
     * were imported for it.
     */
    BEGIN,
    /**
     * To the child: put files where the job finds them. The texts are the folder in which it
     * begins, and for each file where Python finds it, where it is, and its SHA-256. Answered with
     * {@link #STUCK} and the reason when one cannot be read, or is another.
     */
    FILES,
    /**
     * To the child: make a memory image, unless there is one. The text is that of a {@link
     * Beginning}. Answered with its hash, its size in bytes and the path of the compressed file;
     * or, when it cannot be made, with the reason.
     */
    IMAGE,
    /**
     * To the child: a message to the kernel, to be answered before the next, and the lines that a
     * cell gets when it asks.
     */
    SEND,
    /**
     * To the parent: all that the kernel said on a {@link #SEND} or {@link #START}; it awaits more.
     */
    ANSWER,
    /** To the parent: what the kernel said, but it awaits something that never comes. */
    STUCK
  }

  public Frame {
    texts = List.copyOf(texts);
  }

  /** A frame of one text. */
  public static Frame of(Kind kind, String text) {
    return new Frame(kind, List.of(text));
  }

  /** Sends the frame. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(texts.size());
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  /**
   * The next frame.
   *
   * @throws IOException when the other side is gone, or sends something else
   */
  public static Frame read(DataInputStream in) throws IOException {
    Kind kind = kind(in.readUTF());
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    int all = 0;
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      all += length;
      if (length < 0 || all < 0 || all > MOST_BYTES) {
        throw new IOException("a frame of " + length + " bytes");
      }
      texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    return new Frame(kind, texts);
  }

  private static Kind kind(String name) throws IOException {
    try {
      return Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a frame", e);
    }
  }
}
