package candour.exemptions.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Determining;
import candour.exemptions.Silences;
import candour.exemptions.Telling;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which one officer proposes to go on not telling and another decides. */
@PortalTest
class SilencePagesTests {

  private static final String WORDS =
      "Mae'r tŷ <script>alert(1)</script> yma; ${7*7} [[${7*7}]] and forty characters more.";
  private static final String AGREED = "I asked the team in charge <b>today</b>, and weighed it.";
  private static final String ALIKE = "Both belong to one operation, which goes on for both.";

  @Autowired Determining determining;
  @Autowired Silences silences;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Days days;

  private Officer proposer;
  private Browser first;
  private Browser second;
  private CaseReference reference;
  private DeterminationId id;

  @BeforeEach
  void untold() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    var senior = samples.officer("Senior", Role.SENIOR);
    first = people.signedIn(proposer);
    second = people.signedIn(senior);
    reference = samples.generalCase();
    id =
        determining.inForce(
            reference, proposer, senior, determining.notTold(9), determining.notTold(9));
  }

  @Test
  void one_officer_proposes_and_another_decides_who_sees_each_earlier_reason() {
    said(samples.generalCase());
    assertThat(first.get(path("")).html().text()).contains("Go on not telling the person");
    var form = first.get(path("/silence")).html();
    assertThat(form.text()).contains("Telling would show how the operation is carried out.");
    assertThat(form.expectFirst("#reason").text()).isEmpty();
    var typed = typed(WORDS);
    typed.putAll(Map.of("ruling", "APPROVED", "decidedBy", proposer.id(), "state", "APPROVED"));
    assertThat(first.submit("main form", typed).path()).isEqualTo(path(""));
    assertThat(first.page().html().text()).contains("waits for another officer", WORDS);

    var link = waiting();
    assertThat(first.get(link).html().select("main form")).isEmpty();
    var asked = second.get(link).html();
    assertThat(asked.text())
        .contains(WORDS, "Telling would show how the operation is carried out.");
    assertThat(asked.select("main script, main b")).isEmpty();
    assertThat(asked.expectFirst("#reason").text()).isEmpty();
    var refused =
        second.submit("main form", Map.of("ruling", "APPROVED", "reason", "Yes, agreed."));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().expectFirst("#reason").text()).isEqualTo("Yes, agreed.");
    assertThat(refused.html().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#reason", "#likenessReason");
    assertThat(refused.html().select(".app-alike mark")).isNotEmpty();
    second.submit(
        "main form", Map.of("ruling", "APPROVED", "reason", AGREED, "likenessReason", ALIKE));
    assertThat(second.page().path()).isEqualTo(path(""));
    assertThat(second.page().html().text())
        .contains("Going on not telling: approved", AGREED, ALIKE);
    assertThat(second.get("/staff/approvals").html().select("a[href*=" + id + "]")).isEmpty();
    second.get(link);
    assertThat(second.page().html().select("main form")).isEmpty();
    assertThat(second.get(link + "?lang=cy").heading())
        .isEqualTo("Parhau i beidio â dweud wrth y person?");
  }

  @Test
  void what_was_typed_is_kept_when_something_is_wrong() {
    first.get(path("/silence"));
    assertThat(first.submit("main form", Map.of()).html().select(".govuk-error-summary a"))
        .hasSize(2);
    for (var reason : new String[] {"x", " ".repeat(50), "w".repeat(20_001)}) {
      var page = first.submit("main form", typed(reason));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().expectFirst("#reason").wholeText()).contains(reason.strip());
    }
    var same =
        first.submit("main form", typed("TELLING would show how the operation is carried out"));
    assertThat(same.status()).isEqualTo(409);
    assertThat(same.html().expectFirst(".govuk-error-summary").text())
        .contains("These words were given as a reason before");
    first.submit("main form", typed(WORDS));
    first.get(path("/silence"));
    assertThat(first.submit("main form", typed(WORDS + " Again.")).html().text())
        .contains("has been proposed already");
  }

  @Test
  void where_the_person_is_told_there_is_no_such_page() {
    var told =
        determining.inForce(
            reference,
            proposer,
            samples.officer("Other", Role.SENIOR),
            new Telling.Told(),
            new Telling.Told());
    assertThat(first.get(path("").replace(id.toString(), told + "/silence")).status())
        .isEqualTo(404);
  }

  /** The same words as this test types, of somebody else. */
  private void said(CaseReference elsewhere) {
    var other =
        determining.inForce(
            elsewhere,
            proposer,
            samples.officer("Other", Role.SENIOR),
            determining.notTold(9),
            determining.notTold(9));
    var fresh = new Telling.NotTold(WORDS, days.today().plusMonths(3));
    proposer.acting().run(() -> silences.propose(elsewhere, other, fresh, proposer));
  }

  private Map<String, Object> typed(String reason) {
    var on = days.today().plusMonths(3);
    var typed = new HashMap<String, Object>();
    typed.put("reason", reason);
    typed.put("reviewOn.day", on.getDayOfMonth());
    typed.put("reviewOn.month", on.getMonthValue());
    typed.put("reviewOn.year", on.getYear());
    return typed;
  }

  private String path(String page) {
    return "/staff/cases/" + reference + "/exemptions/" + id + page;
  }

  /** Where the list of what waits leads for it, on whichever page of the list it stands. */
  private String waiting() {
    var list = second.get("/staff/approvals").html();
    while (list.select("a[href*=" + id + "/silence/]").isEmpty()) {
      list = second.get(list.expectFirst("a[rel=next]").attr("href")).html();
    }
    return list.select("a[href*=" + id + "/silence/]").attr("href");
  }
}
