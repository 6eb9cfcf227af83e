package vivarium.engine.python.child;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueFunction;

/** The Brotli that comes with V8's Node.js; the JDK has none. */
final class Brotli {
  /** The last steps would make it an eighth smaller, and take twenty times as long. */
  private static final String COMPRESS =
      "(bytes) => { const { brotliCompressSync, constants } = require('node:zlib');"
          + " const made = brotliCompressSync(bytes, { params: {"
          + " [constants.BROTLI_PARAM_QUALITY]: 9,"
          + " [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } });"
          + " return made.buffer.slice(made.byteOffset, made.byteOffset + made.byteLength); }";

  /** Nothing comes of what is damaged. */
  private static final String DECOMPRESS =
      "(bytes) => { const { brotliDecompressSync } = require('node:zlib');"
          + " try { const made = brotliDecompressSync(bytes);"
          + " return made.buffer.slice(made.byteOffset, made.byteOffset + made.byteLength);"
          + " } catch { return new ArrayBuffer(0); } }";

  private Brotli() {}

  static byte[] compress(byte[] content) throws JavetException {
    return call(COMPRESS, content);
  }

  /** What was compressed; empty when {@code compressed} is damaged in a way that shows. */
  static byte[] decompress(byte[] compressed) throws JavetException {
    return call(DECOMPRESS, compressed);
  }

  private static byte[] call(String function, byte[] content) throws JavetException {
    try (NodeRuntime runtime = V8Host.getNodeInstance().createV8Runtime();
        V8ValueFunction called = runtime.getExecutor(function).execute();
        V8ValueArrayBuffer bytes = Realm.buffer(content, runtime);
        V8ValueArrayBuffer result = called.call(null, bytes)) {
      return result.toBytes();
    }
  }
}
