package vivarium.parse.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vivarium.model.document.Document;
import vivarium.parse.source.Findings;

class IpynbDocumentTest {
  private static final byte[] NOTEBOOK =
      """
      {"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "text"}]}
      """
          .getBytes(UTF_8);

  @Test
  void a_notebook_is_read_up_to_the_limit_of_its_size() {
    Findings findings = new Findings();
    Document document = IpynbDocument.read("a.ipynb", NOTEBOOK, NOTEBOOK.length, findings);
    assertThat(document.blocks()).hasSize(1);
    assertThat(findings.all("a.ipynb")).isEmpty();
  }

  @Test
  void a_larger_notebook_is_one_error_and_an_empty_document() {
    Findings findings = new Findings();
    Document document = IpynbDocument.read("a.ipynb", NOTEBOOK, NOTEBOOK.length - 1, findings);
    assertThat(document.blocks()).isEmpty();
    assertThat(findings.all("a.ipynb"))
        .singleElement()
        .satisfies(diagnostic -> assertThat(diagnostic.code()).isEqualTo("bad-notebook"));
  }
}
