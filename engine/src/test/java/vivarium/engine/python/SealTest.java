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
        import js
        names = ('process require module global Buffer fetchLater Worker WebSocket EventSource '
                 'XMLHttpRequest BroadcastChannel MessageChannel Deno Bun Java java Packages javet gc '
                 'python typeset seal lent importScripts structuredClone Event EventTarget').split()
        [name for name in names if hasattr(js, name)]
        """;
    assertThat(text(code)).isEqualTo("[]");
  }

  @Test
  void javascript_makes_no_code_of_strings_so_that_nothing_can_be_imported() throws Exception {
    String code =
        """
        import js, pyodide_js
        from pyodide.code import run_js
        text = "globalThis.escaped = import('node:fs')"
        functions = [js.Function, js.setTimeout, js.fetch, js.postMessage, js.URL, js.TextDecoder,
                     js.AbortController, js.WebAssembly.Memory, js.console.log, js.Date,
                     pyodide_js.unpackArchive, pyodide_js.FS.mount]
        ways = [lambda: run_js(text), lambda: js.eval(text), lambda: js.Function.new(text)]
        ways += [lambda f=f: f.constructor.new(text) for f in functions]
        ways += [lambda: js.setTimeout(text, 0), lambda: js.setInterval(text, 0)]
        worked = []
        for way in ways:
            try:
                worked.append(way())
            except Exception as error:
                assert 'Code generation from strings disallowed' in str(error), error
        import asyncio
        await asyncio.sleep(1)
        worked, hasattr(js, 'escaped')
        """;
    assertThat(text(code)).isEqualTo("([], False)");
  }

  @Test
  void errors_carry_no_way_out() throws Exception {
    String code =
        """
        import js
        from pyodide.ffi import create_proxy
        seen = set()
        def look(error, sites):
            for site in sites:
                for found in (site.getThis(), site.getFunction()):
                    if found is not None and found != js.globalThis:
                        seen.update(name for name in ('process', 'binding', 'require') if hasattr(found, name))
            return ''
        js.Error.prepareStackTrace = create_proxy(look)
        for fail in (lambda: js.URL.new('no url'), lambda: js.TextDecoder.new('no label'),
                     lambda: js.TextEncoder.new().encodeInto('a', 2), lambda: js.JSON.parse('{')):
            try:
                fail()
            except Exception as error:
                getattr(error, 'stack', None)
        del js.Error.prepareStackTrace
        seen
        """;
    assertThat(text(code)).isEqualTo("set()");
  }

  @Test
  void traps_on_prototypes_catch_nothing_of_the_host() throws Exception {
    String code =
        """
        import asyncio, js
        from pyodide.ffi import create_proxy, to_js
        caught = []
        trap = create_proxy(lambda this, *values: caught.append(this), capture_this=True)
        for name in ('noDeprecation', 'traceDeprecation', 'throwDeprecation', 'domain', 'getCiphers', 'Hash',
                     'SecureContext', 'emitWarning', 'binding', 'getBuiltinModule', 'importModuleDynamically'):
            js.Object.defineProperty(js.Object.prototype, name, to_js(
                {'configurable': True, 'get': trap, 'set': trap}, dict_converter=js.Object.fromEntries))
        lost = js.Promise.reject(js.Error.new("lost"))
        await asyncio.sleep(0.01)
        lost.catch(create_proxy(lambda reason: None))
        await asyncio.sleep(0.01)
        try:
            js.URL.new('no url')
        except Exception:
            pass
        js.TextDecoder.new().decode(to_js(b'x'))
        js.TextEncoder.new().encode('x')
        [hasattr(this, 'versions') or hasattr(this, 'pid') for this in caught if hasattr(this, 'constructor')]
        """;
    assertThat(text(code)).doesNotContain("True").endsWith("]");
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
