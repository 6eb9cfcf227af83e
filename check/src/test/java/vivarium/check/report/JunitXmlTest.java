package vivarium.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vivarium.check.Checked;
import vivarium.check.Reports;

class JunitXmlTest {
  @Test
  void each_document_is_a_suite_and_each_cell_a_test() throws Exception {
    Document xml = parsed(JunitXml.of(Reports.several()));
    Element suite = element(xml, "testsuite", 0);
    assertThat(suite.getAttribute("name")).isEqualTo("a.md");
    assertThat(List.of("tests", "failures", "errors", "skipped", "time"))
        .extracting(suite::getAttribute)
        .containsExactly("4", "2", "0", "1", "4.500");
    Element cell = element(xml, "testcase", 1);
    assertThat(List.of("classname", "name", "file", "line", "time"))
        .extracting(cell::getAttribute)
        .containsExactly("a.md", "one", "a.md", "11", "1.500");
  }

  @Test
  void a_failure_has_the_place_the_remedy_and_the_diff() throws Exception {
    Document xml = parsed(JunitXml.of(Reports.several()));
    Element failure = element(xml, "failure", 1);
    assertThat(failure.getAttribute("type")).isEqualTo("output-differs");
    assertThat(failure.getAttribute("message")).isEqualTo("Other.");
    assertThat(failure.getTextContent())
        .isEqualTo("a.md:14: Other.\n  Again.\n- <1> & \ufffd[31m\n+ 2 \ufffd \ufffd");
  }

  @Test
  void warnings_fail_nothing_and_are_told() throws Exception {
    Document xml = parsed(JunitXml.of(Reports.several()));
    assertThat(element(xml, "system-out", 0).getTextContent())
        .isEqualTo("a.md:10:1: warning: Odd.");
    Element site = element(xml, "testsuite", 1);
    assertThat(site.getAttribute("name")).isEqualTo("site");
    assertThat(site.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void nothing_to_check_is_no_suite() throws Exception {
    Document xml = parsed(JunitXml.of(new Checked(List.of(), List.of())));
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isZero();
  }

  @Test
  void whatever_a_text_holds_the_file_is_xml() throws Exception {
    StringBuilder every = new StringBuilder();
    for (char c = 0; c < 0x3000; c++) {
      every.append(c);
    }
    every.append("\ud83d\ude00\udc00\ud800\uffff\ufffe]]>");
    String text =
        parsed("<a b=\"" + XmlText.escaped(every.toString()) + "\"/>")
            .getDocumentElement()
            .getAttribute("b");
    assertThat(text)
        .hasSize(every.length())
        .contains("\t\n")
        .contains("\ud83d\ude00")
        .endsWith("]]>");
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element element(Document xml, String name, int index) {
    return (Element) xml.getElementsByTagName(name).item(index);
  }
}
