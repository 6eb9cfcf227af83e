package vivarium.packages.lock;

import java.util.List;
import java.util.Locale;
import vivarium.packages.requirement.PackageName;

/** Writes lock files; equal ones to the last byte. */
public final class LockWriter {
  private LockWriter() {}

  /** The text of the file, with {@code \n} as end of line. */
  public static String write(LockFile lock) {
    StringBuilder text = new StringBuilder();
    text.append("# Written by `vivarium lock`: which packages the documents here can import.\n");
    line(text, "lock-version", "1.0");
    text.append("environments = [")
        .append(quoted("sys_platform == 'emscripten' and platform_machine == 'wasm32'"))
        .append("]\n");
    line(text, "requires-python", "==" + lock.python());
    line(text, "created-by", "vivarium");
    for (LockedPackage each : lock.packages()) {
      write(text, each);
    }
    text.append("\n[tool.vivarium]\n");
    line(text, "engine", lock.engine());
    return text.toString();
  }

  private static void write(StringBuilder text, LockedPackage each) {
    text.append("\n[[packages]]\n");
    line(text, "name", each.name().normalized());
    line(text, "version", each.version().toString());
    if (!each.dependencies().isEmpty()) {
      List<String> names =
          each.dependencies().stream()
              .map(PackageName::normalized)
              .map(name -> "{ name = " + quoted(name) + " }")
              .toList();
      text.append("dependencies = [").append(String.join(", ", names)).append("]\n");
    }
    String place = "";
    if (each.origin() instanceof LockedPackage.Origin.Index index) {
      line(text, "index", index.index().toString());
      place = "url = " + quoted(index.file().toString()) + ", ";
    } else if (each.origin() instanceof LockedPackage.Origin.File file) {
      place = "path = " + quoted(file.path()) + ", ";
    }
    text.append("wheels = [\n    { name = ")
        .append(quoted(each.wheel().fileName()))
        .append(", ")
        .append(place)
        .append("size = ")
        .append(each.size())
        .append(", hashes = { sha256 = ")
        .append(quoted(each.hash().hex()))
        .append(" } },\n]\n");
    if (each.origin() instanceof LockedPackage.Origin.Engine) {
      text.append("\n[packages.tool.vivarium]\n");
      line(text, "source", "engine");
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(quoted(value)).append('\n');
  }

  /** A basic string of <a href="https://toml.io/en/v1.0.0#string">TOML</a>. */
  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
