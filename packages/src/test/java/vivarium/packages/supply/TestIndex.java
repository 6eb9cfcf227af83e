package vivarium.packages.supply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A package index on a server of its own, in JSON with files of metadata, or in plain HTML. */
public final class TestIndex implements AutoCloseable {
  private final TestServer server;
  private final boolean json;
  private final Map<String, List<String>> entries = new TreeMap<>();

  /**
   * @param json false for an index as simple as a folder of files
   */
  public TestIndex(boolean json) throws IOException {
    this.server = new TestServer();
    this.json = json;
  }

  public String url() {
    return server.url("/simple/");
  }

  public TestServer server() {
    return server;
  }

  public TestIndex has(TestWheel wheel) {
    return has(wheel, "");
  }

  /** Adds a wheel with further members or attributes of its entry. */
  public TestIndex has(TestWheel wheel, String more) {
    String file = "/files/" + wheel.fileName();
    server.on(file, "application/octet-stream", wheel.bytes());
    if (json) {
      server.on(file + ".metadata", "text/plain", wheel.metadata());
    }
    String entry =
        json
            ? """
              {"filename": "%s", "url": "../..%s", "hashes": {"sha256": "%s"}, "core-metadata": true%s}"""
                .formatted(wheel.fileName(), file, wheel.hash(), more)
            : """
              <a href="../..%s#sha256=%s"%s>%s</a>"""
                .formatted(file, wheel.hash(), more, wheel.fileName());
    String name = wheel.fileName().substring(0, wheel.fileName().indexOf('-')).replace('_', '-');
    entries.computeIfAbsent(name, it -> new ArrayList<>()).add(entry);
    publish(name);
    return this;
  }

  private void publish(String name) {
    String path = "/simple/" + name + "/";
    List<String> all = entries.getOrDefault(name, List.of());
    if (json) {
      String text =
          "{\"meta\": {\"api-version\": \"1.1\"}, \"files\": [" + String.join(",", all) + "]}";
      server.on(path, "application/vnd.pypi.simple.v1+json", text.getBytes(StandardCharsets.UTF_8));
    } else {
      server.on(path, "text/html", "<!doctype html><h1>Links</h1>" + String.join("<br>", all));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
