package vivarium.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vivarium.check.Reports;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;

class CheckJsonTest {
  @Test
  void it_has_every_finding_and_every_cell() {
    assertThat(CheckJson.of(Reports.several()).text())
        .isEqualTo(
            """
            {"diagnostics":[\
            {"severity":"error","code":"missing-link","path":"a.md","line":1,"column":3,\
            "message":"Gone.","remedy":"Mend."},\
            {"severity":"warning","code":"unknown-option","path":"a.md","line":10,"column":1,\
            "message":"Odd.","remedy":""},\
            {"severity":"error","code":"output-differs","path":"a.md","line":14,"column":0,\
            "message":"Other.","remedy":"Again.",\
            "diff":"- <1> & \\u001b[31m\\n+ 2 \\ud800 \uffff"},\
            {"severity":"warning","code":"outside-source","path":"l.md","line":0,"column":0,\
            "message":"A link.","remedy":""}],\
            "documents":[{"path":"a.md","cells":[\
            {"id":"one","line":11,"status":"output-differs","milliseconds":1500},\
            {"id":"two","line":21,"status":"fine","milliseconds":1500},\
            {"id":"three","line":31,"status":"not-reached","milliseconds":1500}]}]}""");
  }

  @Test
  void a_check_that_could_not_begin_has_its_reason_and_no_document() {
    Json json =
        CheckJson.failed(Diagnostic.error("no-python", Location.file("x"), "None.", "Get one."));
    assertThat(json.text()).contains("\"code\":\"no-python\"").endsWith("\"documents\":[]}");
  }
}
