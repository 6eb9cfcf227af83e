package vivarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.files.Downloads;
import vivarium.site.render.FakeTypesetter;

class SiteBuilderTest {
  @TempDir Path disk = Path.of("");
  private final TestSite site = new TestSite();

  @Test
  void a_file_becomes_the_index() {
    site.with("slides.md", "---\nformat: [slides, page]\n---\n# Hello\n");
    Build build = site.build("slides.md");
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.paths(build)).containsExactly("index.html", "index.page.html");
    assertThat(TestSite.text(build, "index.html"))
        .contains("<link rel=\"alternate\" href=\"index.page.html\">", "./vivarium/core-");
  }

  @Test
  void a_folder_becomes_a_page_for_each_document_and_an_index() {
    site.with("10-files.md", "# Files")
        .with("2-lists/lists.md", "---\ntitle: Lists\ndescription: All of them\n---\n# Lists")
        .with("README.md", "# Read me")
        .with("_draft.md", "# Draft")
        .with(".hidden/x.md", "# Hidden")
        .with("node_modules/y.md", "# Y");
    Build build = site.build();
    assertThat(TestSite.paths(build))
        .containsExactly("10-files.html", "2-lists/lists.html", "README.html", "index.html");
    assertThat(TestSite.text(build, "index.html"))
        .containsSubsequence(
            "<h1>Course</h1>",
            "<a href=\"2-lists/lists.html\">Lists</a>",
            "<p>All of them</p>",
            "<a href=\"10-files.html\">Files</a>",
            "<a href=\"README.html\">Read me</a>");
    assertThat(TestSite.text(build, "2-lists/lists.html")).contains("../vivarium/core-");
  }

  @Test
  void an_index_of_ones_own_is_the_index() {
    site.with("index.md", "# Welcome").with("a.md", "# A");
    Build build = site.build();
    assertThat(TestSite.paths(build)).containsExactly("a.html", "index.html");
    assertThat(TestSite.text(build, "index.html")).contains("Welcome").doesNotContain("viv-index");
  }

  @Test
  void python_comes_only_with_a_live_cell_and_katex_with_what_may_need_it() {
    site.with("a.md", "```python\n1\n```\n");
    assertThat(TestSite.groups(site.build())).containsExactly("core");
    site.with("a.md", "```python {run}\n1\n```\n");
    assertThat(TestSite.groups(site.build())).containsExactly("core", "katex", "pyodide");
    site.with("a.md", "$$x$$\n");
    Build build = site.build();
    assertThat(TestSite.groups(build)).containsExactly("core", "katex");
    assertThat(TestSite.text(build, "a.html")).contains("/katex.css\">");
  }

  @Test
  void a_built_site_inside_the_source_is_passed_by() throws IOException {
    site.with("a.md", "# A");
    Build build = site.build();
    assertThat(SiteWriter.write(build.site().orElseThrow(), site.root.resolve("out"))).isEmpty();
    Files.writeString(site.root.resolve("out/b.md"), "# B");
    assertThat(TestSite.paths(site.build())).containsExactly("a.html", "index.html");
  }

  @Test
  void a_document_is_built_again_only_when_it_changes() {
    site.with("a.md", "```python\n1\n```\n").with("b.md", "```python\n2\n```\n");
    site.build();
    assertThat(site.typesetter.calls()).isEqualTo(2);
    site.build();
    assertThat(site.typesetter.calls()).isEqualTo(2);
    site.with("b.md", "```python\n3\n```\n");
    assertThat(TestSite.text(site.build(), "b.html")).contains("3");
    assertThat(site.typesetter.calls()).isEqualTo(3);
  }

  @Test
  void a_document_is_built_again_when_what_it_links_to_changes() {
    site.with("a.md", "[b](b.md#two) ![p](p.png)").with("b.md", "# One");
    assertThat(TestSite.codes(site.build()))
        .containsExactly("missing-anchor a.md:1", "missing-image a.md:1");
    site.with("b.md", "# Two");
    assertThat(TestSite.codes(site.build())).containsExactly("missing-image a.md:1");
    site.with("p.png", "a picture");
    Build build = site.build();
    assertThat(build.diagnostics()).isEmpty();
    assertThat(TestSite.paths(build)).contains("p.png");
  }

  @Test
  void the_progress_names_each_document() {
    List<String> steps = new ArrayList<>();
    Assets assets = Assets.load(SiteBuilderTest.class.getClassLoader());
    site.with("a.md", "# A").with("b.md", "# B");
    new SiteBuilder(
            assets,
            new FakeTypesetter(),
            Execution.NONE,
            Downloads.NONE,
            (done, total, what) -> steps.add(done + "/" + total + " " + what))
        .build(site.root);
    assertThat(steps).containsExactly("0/2 a.md", "1/2 b.md");
  }

  @Test
  void nothing_to_build_is_an_error_with_a_remedy() {
    assertThat(TestSite.codes(site.build())).containsExactly("no-documents /home/course");
    assertThat(TestSite.codes(site.build("none.md")))
        .containsExactly("no-such-source /home/course/none.md");
    site.with("a.txt", "1");
    assertThat(TestSite.codes(site.build("a.txt")))
        .containsExactly("no-document /home/course/a.txt");
  }

  @Test
  void a_notebook_is_a_document_and_a_script_is_one_when_it_is_named() {
    String notebook =
        """
        {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Loops"]}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    site.with("a.md", "[Loops](b.ipynb)").with("b.ipynb", notebook).with("c.py", "print(1)");
    Build build = site.build();
    assertThat(TestSite.text(build, "b.html")).contains("<h1 id=\"loops\">Loops</h1>");
    assertThat(TestSite.text(build, "a.html")).contains("href=\"b.html\"");
    assertThat(TestSite.paths(build)).doesNotContain("c.html");
    assertThat(TestSite.text(site.build("c.py"), "index.html")).contains("language-python");
  }

  @Test
  void a_notebook_is_published_byte_by_byte_under_its_hash_beside_its_page() {
    String notebook =
        """
        {"cells": [{"cell_type": "raw", "metadata": {}, "source": ["---\\nformat: notebook\\n---"]},
          {"cell_type": "markdown", "metadata": {}, "source": ["# Loops\\n\\n<script>x()</script>"]}],
         "odd":  1.0, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
    site.with("b.ipynb", notebook).with("c.md", "---\nformat: [page, notebook]\n---\n# C\nText.");
    Build build = site.build();
    String page = TestSite.text(build, "b.html");
    assertThat(page).contains("Loops", "notebook-page.js");
    assertThat(page).doesNotContain("<script>x", "/vivarium.js");
    List<String> notebooks =
        build.site().orElseThrow().files().keySet().stream()
            .map(SitePath::path)
            .filter(path -> path.contains("/notebooks/"))
            .toList();
    assertThat(notebooks).hasSize(2);
    assertThat(notebooks).anySatisfy(it -> assertThat(page).contains("href=\"./" + it + "\""));
    assertThat(notebooks)
        .anySatisfy(it -> assertThat(TestSite.text(build, it)).isEqualTo(notebook))
        .anySatisfy(it -> assertThat(TestSite.text(build, it)).contains("\"# C\\n\""));
    assertThat(TestSite.text(build, "c.notebook.html")).contains("Text.");
  }

  @Test
  void names_that_differ_in_case_alone_are_an_error() {
    site.with("loops.md", "# A").with("Loops.md", "# B");
    assertThat(site.build().site()).isEmpty();
    assertThat(TestSite.codes(site.build())).containsExactly("same-output loops.md");
  }

  @Test
  void two_sources_of_one_page_are_an_error() {
    site.with("a.md", "# A").with("a.qmd", "# A");
    assertThat(TestSite.codes(site.build())).containsExactly("same-output a.qmd");
    TestSite copied = new TestSite().with("a.md", "![x](a.html)").with("a.html", "<p>");
    assertThat(TestSite.codes(copied.build())).containsExactly("same-output a.html");
  }

  @Test
  void a_name_that_windows_cannot_hold_is_an_error() {
    site.with("con.md", "# Con").with("week 1./a.md", "# A");
    assertThat(TestSite.codes(site.build()))
        .containsExactly("bad-file-name con.md", "bad-file-name week 1./a.md");
  }

  @Test
  void a_document_that_is_not_text_is_an_error() throws IOException {
    Files.write(site.root.resolve("a.md"), new byte[] {'#', ' ', (byte) 0xff});
    Build build = site.build();
    assertThat(build.site()).isEmpty();
    assertThat(build.diagnostics()).extracting(Diagnostic::code).contains("not-utf-8");
  }

  @Test
  void a_file_that_cannot_be_read_is_an_error_and_the_others_are_looked_at() throws IOException {
    Path folder = Files.createDirectories(disk.resolve("course"));
    Files.writeString(folder.resolve("a.md"), "# A");
    Files.writeString(folder.resolve("b.md"), "![p](none.png)");
    assumeThat(makeUnreadable(folder.resolve("a.md"))).isTrue();
    Build build =
        new SiteBuilder(
                Assets.load(SiteBuilderTest.class.getClassLoader()),
                new FakeTypesetter(),
                Execution.NONE,
                Downloads.NONE,
                Progress.NONE)
            .build(folder);
    assertThat(TestSite.codes(build)).containsExactly("cannot-read a.md", "missing-image b.md:1");
    assertThat(build.diagnostics().get(0).message()).contains("permission is missing");
  }

  /** Not for root, who may read all. */
  private static boolean makeUnreadable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    return !Files.isReadable(file);
  }

  @Test
  void options_without_effect_are_named_once() {
    site.with(
        "a.md",
        """
        ---
        title: A
        ---
        ```python {run file=a.py}
        1
        ```
        ```python {run file=b.py stdin=1}
        2
        ```
        """);
    assertThat(TestSite.codes(site.build())).containsExactly("option-without-effect a.md:4");
  }

  @Test
  void two_builds_in_two_places_give_the_same_bytes() throws IOException {
    TestSite other = new TestSite("/elsewhere/deep/course");
    for (TestSite one : List.of(site, other)) {
      one.with("b.md", "---\nformat: [slides, page]\n---\n# B\n$x$\n```python {run}\n1\n```\n")
          .with("a/a.md", "![p](p.png)")
          .with("a/p.png", "picture");
    }
    for (SitePath path : site.build().site().orElseThrow().files().keySet()) {
      assertThat(TestSite.text(site.build(), path.path()))
          .isEqualTo(TestSite.text(other.build(), path.path()));
    }
    SiteWriter.write(site.build().site().orElseThrow(), site.root.resolveSibling("out"));
    SiteWriter.write(other.build().site().orElseThrow(), other.root.resolveSibling("out"));
    assertThat(Files.readString(site.root.resolveSibling("out/vivarium/site.json")))
        .isEqualTo(Files.readString(other.root.resolveSibling("out/vivarium/site.json")));
  }
}
