package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final TestSite site = new TestSite();

  @Test
  void a_link_between_sources_leads_from_page_to_page() {
    site.with("week/a.md", "[one](../b.md#sum) [two](/b.md) [three](b.html)")
        .with("week/b.md", "# B")
        .with("b.md", "# Sum");
    Build build = site.build();
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.text(build, "week/a.html"))
        .contains("href=\"../b.html#sum\"", "href=\"../b.html\"", "href=\"b.html\"");
  }

  @Test
  void a_link_stays_in_the_format_where_it_can() {
    String both = "---\nformat: [slides, page]\n---\n";
    site.with("a.md", both + "[b](b.md) [c](c.md)").with("b.md", both).with("c.md", "# C");
    Build build = site.build();
    assertThat(TestSite.text(build, "a.html")).contains("href=\"b.html\"", "href=\"c.html\"");
    assertThat(TestSite.text(build, "a.page.html"))
        .contains("href=\"b.page.html\"", "href=\"c.html\"");
  }

  @Test
  void a_link_to_a_folder_leads_to_its_index() {
    site.with("a.md", "[all](.) [week](week/)").with("week/index.md", "# Week");
    Build build = site.build();
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.text(build, "a.html"))
        .contains("href=\"index.html\"", "href=\"week/index.html\"");
  }

  @Test
  void a_missing_image_is_a_warning_with_its_place_and_the_nearest_name() {
    site.with("a.md", "# A\n\nSee ![plot](img/plot.pgn)\n").with("img/plot.png", "x");
    Build build = site.build();
    assertThat(build.diagnostics().get(0))
        .hasToString(
            "a.md:3:5: warning: The image \"img/plot.pgn\" does not exist.\n"
                + "  Did you mean \"img/plot.png\"?");
  }

  @Test
  void a_missing_folder_is_no_more_than_a_missing_image() {
    site.with("a.md", "![plot](none/plot.png)");
    assertThat(TestSite.codes(site.build())).containsExactly("missing-image a.md:1");
  }

  @Test
  void a_name_in_other_case_does_not_exist_on_most_servers() {
    site.with("a.md", "![plot](Plot.PNG)").with("plot.png", "x");
    assertThat(site.build().diagnostics().get(0).remedy()).contains("plot.png");
  }

  @Test
  void a_missing_file_or_place_is_a_warning() {
    site.with("a.md", "# Loops\n\n[x](b.md)\n[y](#lops)\n[z](#loops) [top](#top) [deck](#/2)\n");
    assertThat(TestSite.codes(site.build()))
        .containsExactly("missing-link a.md:3", "missing-anchor a.md:4");
    assertThat(site.build().diagnostics().get(1).remedy()).isEqualTo("Did you mean \"#loops\"?");
  }

  @Test
  void a_source_that_is_not_built_is_no_target() {
    site.with("a.md", "[b](b.md)").with("b.md", "# B");
    assertThat(TestSite.codes(site.build("a.md"))).containsExactly("missing-link a.md:1");
  }

  @Test
  void nothing_outside_the_folder_is_published() throws IOException {
    Files.writeString(site.root.resolveSibling("secret.png"), "secret");
    Files.createSymbolicLink(site.root.resolve("link.png"), site.root.resolveSibling("secret.png"));
    site.with("a.md", "![a](../secret.png)\n![b](%2e%2e/secret.png)\n![c](link.png)\n");
    Build build = site.build();
    assertThat(TestSite.codes(build))
        .containsExactly("outside-source a.md:1", "outside-source a.md:2", "outside-source a.md:3");
    assertThat(TestSite.paths(build)).containsExactly("a.html", "index.html");
  }

  @Test
  void an_image_from_another_host_is_a_warning() {
    site.with("a.md", "![a](https://example.org/a.png)\n![b](data:image/gif;base64,AA)\n");
    assertThat(TestSite.codes(site.build())).containsExactly("external-image a.md:1");
  }

  @Test
  void a_frame_of_another_host_is_a_request_and_one_of_the_site_is_a_link() {
    site.with("b.md", "# B\n")
        .with(
            "a.md",
            """
            <iframe src="https://example.org/"></iframe>
            <iframe src="b.md"></iframe>
            """);
    Build build = site.build();
    assertThat(TestSite.codes(build)).containsExactly("external-file a.md:1");
    assertThat(TestSite.text(build, "a.html")).contains("<iframe src=\"b.html\">");
  }

  @Test
  void what_html_names_is_copied_and_put_right() {
    site.with(
            "a.md",
            """
            <video src="a film.mp4" poster='p.png'></video>
            <a href=b.md>b</a>
            <script src="https://example.org/x.js"></script>
            """)
        .with("a film.mp4", "x")
        .with("p.png", "x")
        .with("b.md", "# B");
    Build build = site.build();
    assertThat(TestSite.codes(build)).containsExactly("external-file a.md:3");
    assertThat(TestSite.paths(build)).contains("a film.mp4", "p.png");
    assertThat(TestSite.text(build, "a.html"))
        .contains("<video src=\"a film.mp4\" poster='p.png'>", "<a href=b.html>b</a>");
  }

  @Test
  void a_theme_and_stylesheets_come_with_what_they_name() {
    site.with("w/a.md", "---\ntheme: ../dark\ncss: extra.css\n---\n# A\n")
        .with("dark/theme.css", "@import 'colours.css'; a { src: url(../fonts/f.woff2) }")
        .with("dark/colours.css", "")
        .with("dark/unused.png", "x")
        .with("fonts/f.woff2", "x")
        .with("w/extra.css", "\nb { background: url(none.png) }");
    Build build = site.build();
    assertThat(TestSite.codes(build)).containsExactly("missing-file w/extra.css:2");
    assertThat(TestSite.paths(build))
        .contains("dark/theme.css", "dark/colours.css", "dark/unused.png", "fonts/f.woff2");
    assertThat(TestSite.text(build, "w/a.html"))
        .containsSubsequence(
            "theme.css\">",
            "<link rel=\"stylesheet\" href=\"../dark/theme.css\">",
            "<link rel=\"stylesheet\" href=\"extra.css\">");
  }

  @Test
  void a_missing_theme_or_stylesheet_is_a_warning_with_its_line() {
    site.with("a.md", "---\ntitle: A\ntheme: drak\ncss: [a.css]\n---\n# A\n")
        .with("dark/theme.css", "");
    assertThat(TestSite.codes(site.build()))
        .containsExactly("missing-theme a.md:3", "missing-stylesheet a.md:4");
    assertThat(site.build().diagnostics().get(0).remedy()).contains("\"dark\"");
  }

  @Test
  void a_hostile_file_name_is_encoded_in_every_url() {
    String name = "a \"b\" #1 100% <i>'😀?.md";
    site.with(name, "# A\n\n![p](p%20%23.png)\n").with("p #.png", "x");
    Build build = site.build();
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.text(build, "index.html"))
        .contains("href=\"a%20%22b%22%20%231%20100%25%20%3Ci%3E%27%F0%9F%98%80%3F.html\"");
    assertThat(TestSite.text(build, name.replace(".md", ".html"))).contains("src=\"p%20%23.png\"");
  }
}
