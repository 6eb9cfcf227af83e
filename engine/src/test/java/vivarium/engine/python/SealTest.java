package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document's code tries, to get at the machine that builds it. */
class SealTest {
  @TempDir static Path cache;
  private static SealedPython python;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 1);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  @Test
  void javascript_has_nothing_but_the_language_and_what_a_worker_has() throws Exception {
    String code =
        """
        from pyodide.code import run_js
        names = ('process require module global Buffer fetchLater Worker WebSocket EventSource '
                 'XMLHttpRequest BroadcastChannel MessageChannel Deno Bun Java java Packages javet gc '
                 'navigator.sendBeacon python typeset importScripts').split()
        [name for name in names
         if run_js(f'typeof {name}') != 'undefined' or run_js(f'typeof globalThis.{name}') != 'undefined']
        """;
    assertThat(text(code)).isEqualTo("[]");
  }

  @Test
  void nothing_can_be_imported() throws Exception {
    String code =
        """
        from pyodide.code import run_js
        modules = ['node:fs', 'fs', 'node:child_process', 'node:process', 'node:net', 'ws',
                   'node:worker_threads', 'data:text/javascript,export default 1', 'file:///etc/passwd']
        ways = ['import("%s")', '(0, eval)(`import("%s")`)', 'Function(`return import("%s")`)()',
                'new (async function(){}).constructor(`return await import("%s")`)()',
                'Promise.resolve("%s").then((name) => import(name))']
        imported = []
        for module in modules:
            for way in ways:
                try:
                    await run_js(way % module)
                    imported.append(way % module)
                except Exception:
                    pass
        imported
        """;
    assertThat(text(code)).isEqualTo("[]");
  }

  @Test
  void functions_of_the_engine_lead_to_the_same_sealed_world() throws Exception {
    String code =
        """
        import pyodide_js, js
        seen = set()
        for function in [pyodide_js.loadPackage, js.setTimeout, js.fetch, js.postMessage, js.URL,
                         js.TextDecoder, js.WebAssembly.Memory, js.console.log, js.Date]:
            world = function.constructor.new("return [typeof process, typeof require, typeof Buffer].join()")
            seen.add(await js.Promise.resolve(world()))
        seen
        """;
    assertThat(text(code)).isEqualTo("{'undefined,undefined,undefined'}");
  }

  @Test
  void errors_carry_no_way_out() throws Exception {
    String code =
        """
        from pyodide.code import run_js
        run_js(\"\"\"(() => {
          const seen = new Set();
          Error.prepareStackTrace = (error, sites) => {
            for (const site of sites) {
              const self = site.getThis();
              if (self && self !== globalThis && self.process) seen.add("process");
            }
            return "";
          };
          try { null.x } catch (error) { error.stack }
          try { new URL("no url") } catch (error) { error.stack }
          try { queueMicrotask(1) } catch (error) { error.stack }
          try { new TextEncoder().encodeInto(1, 2) } catch (error) { error.stack }
          delete Error.prepareStackTrace;
          return [...seen].join();
        })()\"\"\")
        """
            .replace("\\\"", "\"");
    assertThat(text(code)).isEqualTo("''");
  }

  @Test
  void the_file_system_is_pythons_own() throws Exception {
    Path secret = Files.writeString(cache.resolve("secret.txt"), "secret");
    String code =
        """
        import os
        print(os.path.exists(%r), os.getcwd(), sorted(os.listdir('/')))
        print(open('/proc/self/environ').read() if os.path.exists('/proc/self/environ') else 'no environment')
        """
            .replace("%r", "'" + secret.toString().replace("\\", "/") + "'");
    assertThat(text(code))
        .startsWith("False /home/pyodide ['dev', 'home', 'lib', 'proc', 'tmp']")
        .endsWith("no environment\n");
  }

  @Test
  void the_host_file_systems_of_the_engine_cannot_be_mounted() throws Exception {
    String code =
        """
        import pyodide_js, os
        answers = []
        for name in ['NODEFS', 'NODERAWFS', 'WORKERFS', 'PROXYFS']:
            system = getattr(pyodide_js.FS.filesystems, name, None)
            try:
                os.makedirs('/mnt/' + name)
                from pyodide.ffi import to_js
                import js
                pyodide_js.FS.mount(system, to_js({'root': '/'}, dict_converter=js.Object.fromEntries), '/mnt/' + name)
                answers += os.listdir('/mnt/' + name)
            except Exception as error:
                pass
        answers
        """;
    assertThat(text(code)).isEqualTo("[]");
  }

  @Test
  void the_environment_is_pythons_own() throws Exception {
    assertThat(System.getenv()).containsKey("PATH");
    assertThat(text("import os\nsorted(os.environ)"))
        .doesNotContain("JAVA")
        .doesNotContain("MAVEN")
        .doesNotContain("CLASSPATH");
    assertThat(
            text(
                "import os\nos.environ.get('USER'), os.environ.get('HOME'), os.environ.get('PATH')"))
        .isEqualTo("('web_user', '/home/pyodide', '/')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import subprocess; subprocess.run(['id'])",
        "import os; os.system('id') and 1 / 0",
        "import os; os.fork()",
        "import os; os.execv('/bin/sh', ['sh'])",
        "import multiprocessing; p = multiprocessing.Process(target=print); p.start()",
        "import threading; t = threading.Thread(target=print); t.start()"
      })
  void there_are_no_processes(String code) throws Exception {
    assertThat(SealedPythonTest.run(python, code).get(0).failure()).as(code).isPresent();
  }

  @Test
  void there_is_no_network() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      for (String code :
          List.of(
              "from pyodide.http import pyfetch\nawait pyfetch('" + url + "')",
              "from pyodide.http import open_url\nopen_url('" + url + "')",
              "import js\nawait js.fetch('" + url + "')",
              "import urllib.request\nurllib.request.urlopen('" + url + "')",
              "import socket\ns = socket.create_connection(('127.0.0.1', "
                  + server.getLocalPort()
                  + "), timeout=1)\ns.send(b'x')\ns.recv(1)")) {
        assertThat(SealedPythonTest.run(python, code).get(0).failure()).as(code).isPresent();
      }
      server.setSoTimeout(1);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void the_network_is_there_for_the_origins_that_a_document_allows_and_no_other() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/data", exchange -> answer(exchange, 200, "1,2,3"));
    server.createContext("/away", exchange -> answer(exchange, 302, ""));
    server.start();
    try {
      String origin = "http://127.0.0.1:" + server.getAddress().getPort();
      String code =
          """
          from pyodide.http import pyfetch
          response = await pyfetch('%s/data', method='POST', body='x')
          print(response.status, response.headers['content-type'], await response.text())
          for url in ['%s/away', '%s', 'file:///etc/passwd', 'http://user@127.0.0.1/', 'nonsense']:
              try:
                  await pyfetch(url)
              except Exception as error:
                  print(error)
          """
              .formatted(origin, origin, origin.replace("127.0.0.1", "localhost"));
      Job.Code cell = new Job.Code("c", "main", code, Duration.ofMinutes(1));
      JobResult result = python.run(new Job(List.of(cell), Instant.EPOCH, List.of(origin)));
      assertThat(SealedPythonTest.text(result.cells().get(0).outputs()))
          .contains("200 text/csv 1,2,3")
          .contains("/away redirects elsewhere, which is not followed")
          .contains("\"http://localhost:")
          .contains("\"http://user@127.0.0.1\" is not among the origins that the document allows")
          .contains("\"file://null\" is not among the origins");
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/csv");
    exchange.getResponseHeaders().add("Location", "http://localhost/");
    exchange.sendResponseHeaders(status, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static String text(String code) throws InterruptedException {
    return SealedPythonTest.text(SealedPythonTest.run(python, code).get(0));
  }
}
