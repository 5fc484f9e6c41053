package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.exemptions.Telling;
import candour.support.PdfText;
import candour.support.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision about places on a page reaches as far as the answer, and no further than they do. */
@PortalTest
class PlacesInAnswerTests {

  @Autowired Answering answering;

  @Test
  void the_places_are_gone_from_the_answer_the_rest_of_the_page_is_in_it_and_an_end_reopens_it() {
    var by = answering.officers();
    var searched = answering.searched(by, 1);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Visit report", "The method of the team");
    var places = answering.desk.upperThird(searched.reference(), record.id(), 1, by.caseworker());
    var ground = answering.determined(searched, by, places, new Telling.Told());
    answering.desk.redact(searched.reference(), record.id(), 1, ground, by.caseworker());
    var pack = answering.prepare(searched.reference(), by.caseworker());
    assertThat(PdfText.of(answering.pdf(searched.reference(), pack, by.caseworker())))
        .contains("Foot of the page", "Immigration control (DPA 2018 Sch 2 paras 4, 4A, 4B)")
        .doesNotContain("The method of the team");
    answering.withdraw(searched, ground);
    ResponsesTests.refused(
        "withheld-without-determination",
        () -> answering.prepare(searched.reference(), by.caseworker()));
  }
}
