package vivarium.engine.python.child;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueFunction;

/** Compresses with the Brotli that comes with V8's Node.js; the JDK has none. */
final class Brotli {
  /** The last steps would make it an eighth smaller, and take twenty times as long. */
  private static final String COMPRESS =
      "(bytes) => { const { brotliCompressSync, constants } = require('node:zlib');"
          + " const made = brotliCompressSync(bytes, { params: {"
          + " [constants.BROTLI_PARAM_QUALITY]: 9,"
          + " [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } });"
          + " return made.buffer.slice(made.byteOffset, made.byteOffset + made.byteLength); }";

  private Brotli() {}

  static byte[] compress(byte[] content) throws JavetException {
    try (NodeRuntime runtime = V8Host.getNodeInstance().createV8Runtime();
        V8ValueFunction compress = runtime.getExecutor(COMPRESS).execute();
        V8ValueArrayBuffer bytes = Realm.buffer(content, runtime);
        V8ValueArrayBuffer compressed = compress.call(null, bytes)) {
      return compressed.toBytes();
    }
  }
}
