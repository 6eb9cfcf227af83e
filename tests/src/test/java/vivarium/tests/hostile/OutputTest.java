package vivarium.tests.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.tests.browser.Chromium;

/** What code of others shows. */
class OutputTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @AfterEach
  void the_attacker_has_heard_nothing() {
    assertThat(HostileSite.ATTACKER.heard()).isEmpty();
  }

  @Test
  void no_script_runs_whatever_the_markup() {
    Stranger stranger =
        shown(
            """
            <p>begin</p><img src=x onerror="top.hacked=1"><svg onload="top.hacked=1"></svg>
            <script>top.hacked=1</script><a id=link href="javascript:top.hacked=1">link</a>
            <iframe srcdoc="<script>top.hacked=1</script>"></iframe>
            <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.hacked=1&gt;">
            <form action="javascript:top.hacked=1"><button id=go>go</button></form>
            <details open ontoggle="top.hacked=1"><summary>s</summary></details><p>end</p>
            """);
    assertThat(stranger.framed().locator("body")).containsText("begin");
    stranger.framed().getByText("link").click();
    assertThat(stranger.page().evaluate("window.hacked")).isNull();
    assertThat(stranger.framed().locator("script, form, iframe, [onerror], [onload]")).hasCount(0);
    assertThat(stranger.output().locator("iframe").getAttribute("sandbox"))
        .doesNotContain("allow-scripts");
  }

  @Test
  void nothing_is_loaded_for_it() {
    String url = HostileSite.ATTACKER.url("beacon");
    Stranger stranger =
        shown(
            """
            <p>begin</p><base href="URL/"><meta http-equiv="refresh" content="0;url=URL">
            <img src="URL"><img srcset="URL 2x"><video poster="URL" src="URL"></video><picture><source srcset="URL"></picture>
            <div style="background:url(URL)">x</div><style>@import url(URL); body { background: url(URL) }</style>
            <link rel="stylesheet" href="URL"><link rel="prefetch" href="URL"><object data="URL"></object><embed src="URL">
            <svg><image href="URL" width=9 height=9 /><use href="URL#a"/></svg><audio src="URL" autoplay></audio>
            <table background="URL"><tr><td>cell</td></tr></table><input type="image" src="URL"><p>end</p>
            """
                .replace("URL", url));
    assertThat(stranger.framed().locator("body")).containsText("end");
    assertThat(stranger.run("other", "print(6 * 7)").text()).isEqualTo("42\n"); // Time enough.
    assertThat(HostileSite.ATTACKER.heard()).isEmpty();
  }

  @Test
  void nothing_in_it_is_taken_for_a_part_of_the_page() {
    Stranger stranger =
        shown(
            """
            <button data-action="run" id="other" class="viv-button">press</button>
            <viv-cell id="cell" data-repl>no cell</viv-cell><p id="viv-config" name="kernel">{}</p>
            """);
    stranger.framed().getByText("press").click();
    assertThat(stranger.page().locator("#other")).hasAttribute("state", "ready");
    assertThat(stranger.run("other", "print(6 * 7)").text()).isEqualTo("42\n");
  }

  @Test
  void it_never_leaves_its_box() {
    Stranger stranger =
        shown(
            """
            <div style="position:fixed;inset:0;width:1000000000px;height:1000000000px;z-index:99999;background:red">big</div>
            <div style="height:1000000000px;margin:-9999px">tall</div>
            """);
    Locator frame = stranger.output().locator("iframe");
    assertThat(frame).isVisible();
    BoundingBox cell = stranger.cell().boundingBox();
    assertThat(cell.height).isLessThan(720);
    assertThat(frame.boundingBox().height).isLessThanOrEqualTo(20_000);
    stranger.page().locator("#other [data-action=run]").click();
    assertThat(stranger.page().locator("#other .viv-output")).containsText("2");
  }

  @Test
  void it_looks_as_it_would_on_the_page() {
    Stranger stranger =
        shown("<table><tr><th>name</th><td style='color: red'>Ada</td></tr></table>");
    Locator name = stranger.framed().locator("th");
    assertThat(name).hasText("name");
    assertThat(name.evaluate("it => getComputedStyle(it).fontFamily").toString())
        .isEqualTo(stranger.output().evaluate("it => getComputedStyle(it).fontFamily").toString());
    assertThat(stranger.output().locator("iframe").boundingBox().height).isBetween(20.0, 120.0);
  }

  @Test
  void widgets_are_not_shown_and_the_page_says_why() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    stranger.run(
        """
        from pyodide.code import run_js
        import json
        class View:
            def _repr_mimebundle_(self, **more):
                return {"application/vnd.jupyter.widget-view+json": json.dumps({"model_id": "x"}), "text/plain": "x"}
        display(View())
        """);
    assertThat(stranger.output()).containsText("did not come with this site are not shown");
  }

  @Test
  void what_asks_the_reader_for_something_is_not_there() {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run(
            """
            import js
            for name in ["alert", "open", "confirm", "prompt", "print", "document", "Notification.requestPermission"]:
                try:
                    it = js
                    for part in name.split("."):
                        it = getattr(it, part)
                    print(name, "is there")
                except AttributeError:
                    pass
            for name in ["geolocation", "clipboard", "usb", "serial", "hid", "bluetooth", "mediaDevices", "credentials"]:
                if getattr(js.navigator, name, None):
                    print(name, "is there")
            """);
    assertThat(outcome.lines()).isEmpty();
  }

  private static Stranger shown(String html) {
    Stranger stranger = HostileSite.visit(CHROMIUM, "closed.html");
    Stranger.Outcome outcome =
        stranger.run("from IPython.display import HTML\ndisplay(HTML('''" + html + "'''))");
    assertThat(outcome.status()).isEqualTo("done");
    return stranger;
  }
}
