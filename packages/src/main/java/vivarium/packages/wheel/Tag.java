package vivarium.packages.wheel;

import java.util.Locale;

/**
 * What a wheel was built for; see <a
 * href="https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/">Platform
 * compatibility tags</a> (PEP 425). All in lower case.
 *
 * @param python the interpreter, as {@code cp314} or {@code py3}
 * @param abi its binary interface, as {@code cp314} or {@code none}
 * @param platform as {@code pyemscripten_2026_0_wasm32} or {@code any}
 */
public record Tag(String python, String abi, String platform) {
  public Tag {
    python = python.toLowerCase(Locale.ROOT);
    abi = abi.toLowerCase(Locale.ROOT);
    platform = platform.toLowerCase(Locale.ROOT);
  }

  /** {@code py3-none-any}. */
  @Override
  public String toString() {
    return python + "-" + abi + "-" + platform;
  }
}
