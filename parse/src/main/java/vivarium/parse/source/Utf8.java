package vivarium.parse.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes the bytes of a file. */
public final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /** The text of a file; what is no UTF-8 becomes U+FFFD, and the first such place is an error. */
  public static SourceText read(String path, byte[] bytes, Findings findings) {
    SourceText source = SourceText.of(path, decode(bytes));
    int good = firstMalformed(bytes);
    if (good >= 0) {
      String before = withoutMark(new String(bytes, 0, good, UTF_8));
      SourceText read = SourceText.of(path, before);
      boolean endsLine = before.endsWith("\n") || before.endsWith("\r");
      int line = endsLine ? read.lineCount() : Math.max(0, read.lineCount() - 1);
      int column = endsLine || read.lineCount() == 0 ? 0 : read.line(line).length();
      findings.error(
          "not-utf-8",
          source.location(line, column),
          "There is a byte here that is not UTF-8.",
          "Save the file with the encoding UTF-8.");
    }
    return source;
  }

  /** The text of a file without its byte order mark; what is no UTF-8 becomes U+FFFD. */
  public static String decode(byte[] bytes) {
    return withoutMark(new String(bytes, UTF_8));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** The index of the first byte that is no UTF-8, or -1. */
  private static int firstMalformed(byte[] bytes) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    return result.isError() ? in.position() : -1;
  }
}
