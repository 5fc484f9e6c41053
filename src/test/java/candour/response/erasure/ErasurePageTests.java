package candour.response.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer.Role;
import candour.response.Answering;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ErasurePageTests {

  @Autowired Answering answering;
  @Autowired Samples samples;
  @Autowired People people;

  @Test
  void two_senior_officers_erase_a_case_that_nothing_keeps() {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    var path = "/staff/cases/" + reference + "/erasure";
    var proposer = people.signedIn(by.senior());
    proposer.get(path);
    assertThat(proposer.page().text()).contains("only once it is answered and closed");
    assertThat(proposer.page().html().select("main form")).isEmpty();
    answering.answered(reference, by);

    proposer.get(path + "/holds");
    assertThat(proposer.submit("main form", Map.of()).text())
        .contains("Say who may still need the case", "between 10 and 4,000");
    proposer.submit("main form", Map.of("because", "COURT", "reason", "Claim 12 of this May."));
    assertThat(proposer.page().text()).contains("It is on record that this case must be kept");
    assertThat(proposer.page().html().select("main form")).isEmpty();
    proposer.get(proposer.page().html().select("a[href*=erasure/holds/]").attr("href"));
    proposer.submit("main form", Map.of("reason", "The claim was withdrawn."));

    assertThat(proposer.submit("main form", Map.of()).text())
        .contains("Say why the case may be erased", "must have between 10 and 4,000");
    var early = Map.of("basis", "RETENTION", "reason", "Six years, or so I think.");
    assertThat(proposer.submit("main form", early).text())
        .contains("has not been kept for as long as it has to be", "Six years, or so I think.");
    assertThat(proposer.page().status()).isEqualTo(422);
    proposer.submit(
        "main form", Map.of("basis", "REQUEST", "reason", "Her letter of the third of May."));
    assertThat(proposer.page().text()).contains("Her letter of the third of May.");
    assertThat(proposer.page().html().select("form[action$=approve]")).isEmpty();

    var approver = people.signedIn(samples.officer("Nia Prys", Role.SENIOR));
    approver.get(path);
    assertThat(approver.submit("form[action$=approve]", Map.of()).text())
        .contains("Confirm that nothing of this case is needed any more");
    approver.submit("form[action$=approve]", Map.of("sure", "true"));
    assertThat(approver.page().text()).contains("This case was erased on");
    assertThat(approver.get("/staff/cases/" + reference + "/history").text())
        .contains("The case was erased: its key was destroyed", "the key was destroyed");
    assertThat(approver.get(path + "?lang=cy").text()).contains("Dilëwyd yr achos hwn ar");
    for (var tab :
        new String[] {
          "",
          "/identity",
          "/clock",
          "/searches",
          "/records",
          "/exemptions",
          "/messages",
          "/response"
        }) {
      assertThat(approver.get("/staff/cases/" + reference + tab).status()).isEqualTo(200);
    }
  }
}
