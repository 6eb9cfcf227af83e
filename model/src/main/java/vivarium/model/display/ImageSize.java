package vivarium.model.display;

import java.util.Optional;
import vivarium.model.output.MimeBundle;

/** The size of an image in pixels, read from the beginning of its file. */
record ImageSize(int width, int height) {
  /** The marker of a JPEG that has no frame in so many segments is not looked for further. */
  private static final int MOST_SEGMENTS = 100;

  /** Wider or higher than any screen; what claims more is not believed. */
  private static final int LARGEST = 32_767;

  /** The size of an image, or nothing when its file does not say it where it should. */
  static Optional<ImageSize> of(String type, Base64Bytes bytes) {
    ImageSize size =
        switch (type) {
          case MimeBundle.PNG -> png(bytes);
          case MimeBundle.GIF -> new ImageSize(bytes.littleEndian(6), bytes.littleEndian(8));
          case MimeBundle.JPEG -> jpeg(bytes);
          default -> new ImageSize(0, 0);
        };
    return size.isLikely() ? Optional.of(size) : Optional.empty();
  }

  private boolean isLikely() {
    return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
  }

  /** The <a href="https://www.w3.org/TR/png-3/#11IHDR">first chunk</a> has it. */
  private static ImageSize png(Base64Bytes bytes) {
    boolean small = bytes.bigEndian(16) == 0 && bytes.bigEndian(20) == 0;
    return small ? new ImageSize(bytes.bigEndian(18), bytes.bigEndian(22)) : new ImageSize(0, 0);
  }

  /** The <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">frame header</a> has it. */
  private static ImageSize jpeg(Base64Bytes bytes) {
    int at = 2;
    for (int i = 0; i < MOST_SEGMENTS && bytes.at(at) == 0xff; i++) {
      int marker = bytes.at(at + 1);
      boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
      if (marker >= 0xc0 && marker <= 0xcf && !tables) {
        return new ImageSize(bytes.bigEndian(at + 7), bytes.bigEndian(at + 5));
      }
      int length = bytes.bigEndian(at + 2);
      if (length < 2) {
        break;
      }
      at += 2 + length;
    }
    return new ImageSize(0, 0);
  }
}
