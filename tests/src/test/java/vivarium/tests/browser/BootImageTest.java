package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.tests.browser.ImageSite.ENGINE;
import static vivarium.tests.browser.ImageSite.IMAGE;
import static vivarium.tests.browser.ImageSite.run;
import static vivarium.tests.browser.ImageSite.starts;
import static vivarium.tests.browser.ImageSite.stopAnEndlessLoop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python that starts from a memory image, in the pages of a site that the real command built. */
class BootImageTest {
  private static final String LIBRARY = "python_stdlib.zip";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  private final TamperingServer server = ImageSite.server();

  @BeforeEach
  void nothing_is_left_of_the_test_before() {
    ImageSite.reset();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"page,42", "own,True", "auto,42"})
  void python_goes_on_from_the_image_and_nothing_else_of_it_is_loaded(String name, String text) {
    Page page = visit(name);
    CellDriver cell = new CellDriver(page, "cell");
    assertThat((name.equals("auto") ? cell : cell.run()).outputText()).isEqualTo(text);
    assertThat(starts(page, 1)).isEqualTo("image");
    for (String once : List.of(IMAGE, ENGINE, "pyodide.mjs", "python.mjs", "brotli.wasm")) {
      assertThat(server.asked(once)).as(once).isEqualTo(1);
    }
    for (String never : List.of(LIBRARY, ".whl", "asm.wasm", "asm.mjs", "lock.json")) {
      assertThat(server.asked(never)).as(never).isZero();
    }
    assertThat(ImageSite.warnings()).isEmpty();
  }

  @Test
  void the_library_is_loaded_once_and_when_a_module_is_imported_that_the_image_has_not() {
    Page page = visit("own");
    assertThat(run(page, "import calendar, csv, decimal\ncalendar.isleap(1900)"))
        .isEqualTo("False");
    assertThat(server.asked(LIBRARY)).isZero();
    assertThat(run(page, "import wave\nwave.WAVE_FORMAT_PCM")).isEqualTo("1");
    assertThat(run(page, "import colorsys, sndhdr")).contains("No module named 'sndhdr'");
    assertThat(server.asked(LIBRARY)).isEqualTo(1);
  }

  @Test
  void a_library_that_is_not_there_is_an_exception_of_the_cell_and_python_lives() {
    server.hide(LIBRARY);
    Page page = visit("page");
    assertThat(run(page, "kept = 'alive'\nimport wave")).contains("I/O error");
    assertThat(run(page, "kept")).isEqualTo("'alive'");
    server.reset();
    assertThat(run(page, "import wave\nkept")).isEqualTo("'alive'");
    assertThat(starts(page, 1)).isEqualTo("image");
    CHROMIUM.forgive(); // The hidden file is what the test wanted.
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "auto"})
  void after_stop_python_goes_on_from_the_image_again_and_nothing_is_loaded(String name) {
    Page page = visit(name);
    assertThat(run(page, "kept = 1\n'ran'")).isEqualTo("'ran'");
    Eventually.holds(page, "handedOn.length === 1");
    assertThat(page.evaluate("handedOn.join()")).isEqualTo("module");
    long asked = server.asked("");
    stopAnEndlessLoop(page);
    assertThat(run(page, "'kept' in globals()")).isEqualTo("False");
    assertThat(starts(page, 2)).isEqualTo("image image");
    assertThat(server.asked(IMAGE) + server.asked(ENGINE)).isEqualTo(2);
    assertThat(server.asked("")).isGreaterThanOrEqualTo(asked);
  }

  @Test
  void where_nothing_can_be_kept_the_page_holds_what_the_next_start_needs() {
    server.change(
        "kernel-worker.js",
        script ->
            join(
                "navigator.storage.getDirectory = async () => { throw new Error('no'); };\n",
                script));
    Page page = visit("page");
    assertThat(run(page, "6 * 7")).isEqualTo("42");
    Eventually.holds(page, "handedOn.length === 1");
    assertThat(page.evaluate("handedOn.join()")).isEqualTo("module,image");
    for (int starts = 2; starts <= 3; starts++) {
      stopAnEndlessLoop(page);
      assertThat(run(page, "6 * 7")).isEqualTo("42");
      assertThat(starts(page, starts)).endsWith("image image");
    }
    assertThat(server.asked(IMAGE) + server.asked(ENGINE)).isEqualTo(2);
    assertThat(ImageSite.warnings()).isEmpty();
  }

  @Test
  void a_later_visit_loads_neither_the_image_nor_the_engine() {
    Page first = visit("page");
    assertThat(run(first, "6 * 7")).isEqualTo("42");
    Eventually.holds(first, "handedOn.length === 1");
    first.close();
    server.reset();
    for (String name : List.of("page", "auto")) {
      Page later = first.context().newPage();
      later.navigate(server.url(name + ".html"));
      assertThat(run(later, "6 * 7")).isEqualTo("42");
      assertThat(starts(later, 1)).isEqualTo("image");
      later.close();
    }
    assertThat(server.asked(".br")).isZero();
  }

  @Test
  void what_is_kept_is_what_the_names_of_the_files_say() {
    Page page = visit("page");
    run(page, "6 * 7");
    Eventually.holds(page, "handedOn.length === 1");
    String hashes =
        """
        async () => {
          const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("vivarium");
          const kept = [];
          for await (const [name, file] of folder.entries()) {
            const bytes = await (await file.getFile()).arrayBuffer();
            const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
            kept.push(name.replace(hash.slice(0, 12), "HASH").replace(/pyodide-[0-9a-f]+/, "pyodide"));
          }
          return kept.sort().join(" ");
        }
        """;
    assertThat(page.evaluate(hashes))
        .isEqualTo("pyodide-python.wasm.br vivarium-python-HASH.image.br");
  }

  @Test
  void chance_is_different_for_each_visit_and_each_start() {
    String code =
        """
        import os, random, secrets, tempfile, uuid
        name = next(tempfile._get_candidate_names())
        [random.random(), random.randrange(10**9), uuid.uuid4().hex, os.urandom(8), secrets.token_hex(), name]
        """;
    List<String> seen = new ArrayList<>();
    for (int visit = 0; visit < 2; visit++) {
      Page page = visit("page");
      seen.addAll(List.of(run(page, code).split(", ")));
      stopAnEndlessLoop(page);
      seen.addAll(List.of(run(page, code).split(", ")));
      assertThat(starts(page, 2)).isEqualTo("image image");
    }
    assertThat(seen).hasSize(4 * 6).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"Asia/Kolkata,+0530", "America/New_York,-0400"})
  void python_finds_around_it_what_it_finds_in_a_plain_start(String zone, String offset) {
    String code =
        """
        import datetime, json, os, site, sys, time
        summer, winter = 1750000000, 1734000000
        environment = {key: value for key, value in os.environ.items() if key != 'PYTHONHASHSEED'}
        now = datetime.datetime.fromtimestamp(summer)
        print(time.strftime('%z', time.localtime(summer)))
        print(time.tzname, time.timezone, time.altzone, time.daylight, time.strftime('%z %Z', time.gmtime()))
        for seconds in (0, summer, winter):
            local = time.localtime(seconds)
            print(local, local.tm_zone, local.tm_gmtoff, time.mktime(local), time.strftime('%z %Z', local))
        print(now, now.astimezone(), now.astimezone().tzname(), abs(datetime.datetime.now().timestamp() - time.time()) < 9)
        print(os.getcwd(), os.listdir('.'), sys.argv, sys.orig_argv, sys.path, site.getsitepackages())
        print(sorted(environment.items()), sys.version, sys.platform, sys.executable, __name__)
        print(sorted(globals()), sys.getrecursionlimit(), sys.stdout.encoding)
        """;
    Browser.NewContextOptions reader = new Browser.NewContextOptions().setTimezoneId(zone);
    Page restored = visit("page", reader);
    String around = run(restored, code);
    assertThat(starts(restored, 1)).isEqualTo("image");
    assertThat(around)
        .startsWith(offset + "\n")
        .contains("/home/pyodide [] ['']")
        .doesNotContain("Error");
    assertThat(around).isEqualTo(run(plain(reader), code));
  }

  @Test
  void a_cell_writes_what_it_writes_after_a_plain_start() {
    List<String> codes =
        List.of(
            "import numpy",
            "import not_a_module",
            "import tkinter",
            "import json\njson.loads('{')",
            "import wave\nwave.open('none')",
            "import asyncio\nawait asyncio.wait_for(asyncio.sleep(9), 0.01)",
            "import asyncio\nawait asyncio.sleep(0.01)\nasyncio.get_running_loop().__class__",
            "from pyodide.http import pyfetch\n(await pyfetch('/own.html')).status",
            "import this",
            "def f(): f()\nf()",
            "help(len)",
            "import js, pyodide_js\njs.navigator.language, pyodide_js.version, hasattr(js, 'document')",
            "import warnings\nwarnings.warn('careful')",
            "import threading\nthreading.Thread(target=print).start()",
            "import ctypes\nctypes.CFUNCTYPE(ctypes.c_int)(lambda: 42)()",
            "import lzma, sqlite3, ssl, zoneinfo, unicodedata, hashlib\nhashlib.sha3_256(b'').hexdigest()");
    Page restored = visit("page");
    List<String> written = codes.stream().map(code -> run(restored, code)).toList();
    assertThat(starts(restored, 1)).isEqualTo("image");
    Page plain = plain(new Browser.NewContextOptions());
    assertThat(written).isEqualTo(codes.stream().map(code -> run(plain, code)).toList());
  }

  @ParameterizedTest
  @CsvSource({"0.5,plain,0", "100,image,1"})
  void on_a_slow_link_what_the_browser_has_already_is_quicker_than_an_image(
      String megabits, String source, int images) {
    String link = "Object.defineProperty(navigator, 'connection', { value: { downlink: %s } });\n";
    Page first = plain(new Browser.NewContextOptions());
    server.reset();
    server.change("kernel-worker.js", script -> join(link.formatted(megabits), script));
    Page second = first.context().newPage();
    second.navigate(server.url("page.html"));
    assertThat(run(second, "6 * 7")).isEqualTo("42");
    assertThat(starts(second, 1)).isEqualTo(source);
    assertThat(server.asked(IMAGE)).isEqualTo(images);
    Page elsewhere = visit("page"); // Another browser, which has nothing of either.
    assertThat(run(elsewhere, "6 * 7")).isEqualTo("42");
    assertThat(starts(elsewhere, 1)).isEqualTo("image");
  }

  @Test
  void a_host_that_has_browsers_decompress_the_parts_is_fine_too() {
    server.declare(".br", "Content-Encoding", "br");
    Page page = visit("page");
    assertThat(run(page, "6 * 7")).isEqualTo("42");
    assertThat(starts(page, 1)).isEqualTo("image");
  }

  @Test
  void a_host_that_does_not_know_what_wasm_is_is_fine_too() {
    server.declare(".wasm", "Content-Type", "application/octet-stream");
    Page page = visit("page");
    assertThat(run(page, "6 * 7")).isEqualTo("42");
    assertThat(starts(page, 1)).isEqualTo("image");
  }

  private static byte[] join(String text, byte[] bytes) {
    return (text + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static Page visit(String name) {
    return visit(name, new Browser.NewContextOptions());
  }

  private static Page visit(String name, Browser.NewContextOptions options) {
    return ImageSite.visit(CHROMIUM, name, options);
  }

  /** A page whose Python has started from nothing. */
  private Page plain(Browser.NewContextOptions options) {
    server.hide(IMAGE);
    Page page = visit("page", options);
    assertThat(starts(page, 1)).isEqualTo("plain");
    CHROMIUM.forgive(); // The hidden file is what was wanted.
    return page;
  }
}
