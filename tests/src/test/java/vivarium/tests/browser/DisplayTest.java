package vivarium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cells show while they run, and how they change it. */
class DisplayTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** A picture of one colour, 40 by 40, that differs from others of its kind. */
  private static final String PICTURE =
      """
      import struct, zlib
      def picture(shade):
          raw = b"".join(b"\\0" + bytes([shade]) * 40 for _ in range(40))
          chunk = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
          head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 40, 8, 0, 0, 0, 0))
          return b"\\x89PNG\\r\\n\\x1a\\n" + head + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
      """;

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  private static CellDriver cell(Page page) {
    return new CellDriver(page, "first");
  }

  @Test
  void an_update_reaches_every_place_with_its_name_also_below_other_cells() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver first = cell(page).type("handle = display('one', display_id='shared')").run();
    CellDriver other = new CellDriver(page, "table");
    other.type("display('two', display_id='shared')\ndisplay('unnamed')").run();
    other.type("from IPython.display import HTML\nhandle.update(HTML('<b>new</b>'))").run();
    assertThat(first.output().locator("[data-mime='text/html'] b")).hasText("new");
    assertThat(other.output()).isEmpty();
    other.type("handle.display('again')\nhandle.update('last')").run();
    assertThat(first.output()).hasText("'last'");
    assertThat(other.output()).hasText("'last'");
  }

  @Test
  void an_update_keeps_its_place_among_the_outputs() {
    CellDriver cell = cell(CHROMIUM.desktop("page.html"));
    cell.type(
            """
            print('before')
            handle = display('old', display_id=True)
            print('after')
            for i in range(5): handle.update(i)
            """)
        .run();
    assertThat(cell.outputText()).isEqualTo("before 4 after");
  }

  @Test
  void what_is_taken_away_is_gone_at_once_and_with_wait_when_there_is_something_new() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = cell(page);
    cell.type("print('old')\nclear_output = __import__('vivarium').clear_output\nclear_output()\n2")
        .run();
    assertThat(cell.outputText()).isEqualTo("2");
    cell.type(
        """
        import asyncio, sys
        print('old')
        clear_output(wait=True)
        sys.stdout.flush()
        await asyncio.sleep(0.3)
        print('new')
        """);
    page.evaluate(
        """
        () => {
          const output = document.querySelector("#first .viv-output");
          window.seen = [];
          new MutationObserver(() => window.seen.push(output.textContent.trim()))
            .observe(output, { childList: true, subtree: true, characterData: true });
        }
        """);
    cell.run();
    assertThat(cell.outputText()).isEqualTo("new");
    assertThat(page.evaluate("window.seen.lastIndexOf('') < window.seen.indexOf('old')"))
        .as("blank between the old and the new")
        .isEqualTo(true);
  }

  @Test
  void an_animation_neither_flickers_nor_makes_the_page_jump() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = cell(page);
    cell.type(
        PICTURE
            + """
            import asyncio
            from IPython.display import Image, clear_output, display
            for i in range(8):
                clear_output(wait=True)
                display(Image(picture(30 * i)))
                print("frame", i)
                await asyncio.sleep(0.05)
            """);
    page.evaluate(
        """
        () => {
          const output = document.querySelector("#first .viv-output");
          window.heights = [];
          window.pictures = new Set();
          const look = () => {
            const picture = output.querySelector("img");
            if (picture) {
              window.pictures.add(picture);
              window.heights.push(output.offsetHeight);
            }
            window.looking = requestAnimationFrame(look);
          };
          look();
        }
        """);
    cell.run();
    page.evaluate("cancelAnimationFrame(window.looking)");
    assertThat(cell.outputText()).isEqualTo("frame 7");
    assertThat(page.evaluate("window.pictures.size")).as("elements of pictures").isEqualTo(1);
    assertThat(
            page.evaluate("window.heights.every((h, i) => i === 0 || h >= window.heights[i - 1])"))
        .as("heights")
        .isEqualTo(true);
  }

  @Test
  void the_names_of_ipython_show_what_they_show_in_notebooks() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = cell(page);
    cell.type(
            PICTURE
                + """
                from IPython.display import *
                from IPython.core.display import HTML as OLD
                display(OLD("<i>html</i>"), Markdown("**strong**"), Math(r"x^2"), Latex("$y$"))
                display(SVG("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"))
                display(Image(picture(9), width=80, alt="A grey square"))
                display(JSON({"a": [1]}), Pretty("as it is"), Code("x = 1"))
                display(IFrame("https://example.org/", 300, 200), Javascript("window.hacked = 1"))
                display(Image(url="https://example.org/cat.png"))
                display(Audio([0, 0.5, -0.5], rate=8000), ProgressBar(4))
                """)
        .run();
    Locator shown = cell.output().locator(".viv-display");
    assertThat(cell.locator()).hasAttribute("state", "done");
    assertThat(shown).hasCount(14);
    assertThat(shown.nth(0).locator("i")).hasText("html");
    assertThat(shown.nth(1).locator("strong")).hasText("strong");
    assertThat(shown.nth(2).locator(".katex")).isVisible();
    assertThat(shown.nth(3).locator(".katex")).isVisible();
    assertThat(shown.nth(4).locator("img")).isVisible();
    assertThat(shown.nth(5).locator("img")).hasAttribute("alt", "A grey square");
    assertThat(shown.nth(5).locator("img")).hasJSProperty("naturalWidth", 40);
    assertThat(shown.nth(5).locator("img")).hasAttribute("width", "80");
    assertThat(shown.nth(6).locator("summary").first()).hasText("{1 member}");
    assertThat(shown.nth(7)).hasText("as it is");
    assertThat(shown.nth(8).locator("code")).hasText("x = 1\n");
    assertThat(shown.nth(9))
        .hasText("Frames are not shown in this page. Open https://example.org/");
    assertThat(shown.nth(10)).hasText("JavaScript from a cell is not run in this page.");
    assertThat(shown.nth(11)).containsText("this page loads nothing from other sites");
    assertThat(shown.nth(12).locator("audio[controls]")).isVisible();
    assertThat(shown.nth(13).locator("progress")).isVisible();
    assertThat(cell.output().locator("iframe, script")).hasCount(0);
    assertThat(page.evaluate("window.hacked")).isNull();
  }

  @Test
  void while_millions_of_lines_are_printed_the_page_lives_shows_the_last_and_can_be_stopped() {
    Page page = CHROMIUM.desktop("page.html");
    CellDriver cell = cell(page).type("for i in range(10**7): print(i)");
    page.keyboard().press("Control+Enter");
    cell.reaches("running");
    assertThat(cell.output().locator(".viv-left-out")).containsText("characters in");
    String early = cell.output().locator(".viv-stream").last().textContent();
    Eventually.holds(
        page,
        "early => document.querySelector('#first .viv-stream:last-child').textContent !== early",
        early);
    Object frames =
        page.evaluate(
            """
            () => new Promise((done) => {
              let frames = 0;
              const next = () => (++frames === 10 ? done(frames) : requestAnimationFrame(next));
              next();
            })
            """);
    assertThat(frames).isEqualTo(10);
    cell.locator().locator("[data-action=stop]").click();
    cell.reaches("stopped");
    assertThat(cell.output().locator(".viv-left-out")).isVisible();
    assertThat(cell.output().locator(".viv-stream").first()).containsText("0\n1\n2\n");
    assertThat(cell.type("'alive'").run().outputText()).isEqualTo("'alive'");
  }

  @Test
  void a_bar_like_those_of_tqdm_stays_on_its_line() {
    CellDriver cell = cell(CHROMIUM.desktop("page.html"));
    cell.type(
            """
            import sys
            for i in range(101):
                sys.stderr.write(f"\\r\\x1b[32m{i:3d}%\\x1b[0m|{'#' * (i // 10):10}| {i}/100")
                sys.stderr.flush()
            sys.stderr.write("\\n")
            print("done\\b\\b!", flush=True)
            """)
        .run();
    assertThat(cell.output().locator("[data-stream=stderr]")).hasText("100%|##########| 100/100\n");
    assertThat(cell.output().locator(".viv-ansi-green")).hasText("100%");
    assertThat(cell.output().locator("[data-stream=stdout]")).hasText("do!e\n");
  }
}
