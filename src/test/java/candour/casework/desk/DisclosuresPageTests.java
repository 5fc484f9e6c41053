package candour.casework.desk;

import static candour.casework.desk.Desk.done;
import static candour.casework.desk.Desk.errors;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.ledger.Ledger;
import candour.ledger.entries.Column;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@PortalTest
class DisclosuresPageTests {

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Ledger ledger;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @Test
  void a_probable_entry_is_cleared_with_a_reason_by_who_may() {
    receive("Beryl Constance Campbell");
    var caseworker = Desk.of(people, Role.CASEWORKER);
    assertThat(caseworker.get(base + "/disclosures").html().select("article")).isNotEmpty();
    assertThat(caseworker.page().html().select("main a[href$=clear]")).isEmpty();
    caseworker.get(base + "/identity/look");
    done(caseworker, Desk.SATISFIED);
    var senior = people.signedIn(Role.SENIOR);
    senior.get(base + "/disclosures");
    var clear = senior.page().html().expectFirst("main a[href$=clear]").attr("href");
    senior.get(clear);
    assertThat(errors(senior.submit("main form", Map.of("reason", "Yes")))).hasSize(1);
    done(senior, Map.of("reason", "The address is the one they gave."));
    assertThat(senior.page().html().expectFirst("main").text())
        .contains("They can see the entry now.", "Shown to them");
    caseworker.get(clear);
    assertThat(caseworker.submit("main form", Map.of("reason", "I would like to as well")).status())
        .isEqualTo(403);
    assertThat(senior.get(base + "/disclosures/" + Identifiers.next() + "/clear").status())
        .isEqualTo(404);
  }

  @Test
  void whoever_judges_an_entry_is_warned_of_a_name_that_is_not_what_it_looks_like() {
    receive("Beryl Constance Campbell");
    receive("Beryl Const\u200bance Campbell");
    Desk.of(people, Role.CASEWORKER).get(base + "/identity/look");
    done(Desk.of(people, Role.CASEWORKER), Desk.SATISFIED);
    var senior = Desk.of(people, Role.SENIOR);
    var entries = senior.get(base + "/disclosures").html().select("article");
    assertThat(entries)
        .allMatch(it -> it.wholeText().contains("\u200b") == it.text().contains("letter by letter"))
        .anyMatch(it -> it.text().contains("letter by letter"))
        .anyMatch(it -> !it.text().contains("letter by letter"));
    var clear = entries.select(":contains(letter by letter) a[href$=clear]").attr("href");
    assertThat(senior.get(clear).html().expectFirst("main").text()).contains("letter by letter");
  }

  private void receive(String name) {
    var row =
        "HOME_OFFICE,NHS Digital,%s,HO_NHSD_MOU_2017,OVERSTAYED,yes,,WITHDRAWN,,,,2018-01-02,,%s,"
            .formatted(Identifiers.randomCode(8), name);
    var officer = samples.officer("Disclosures officer", Role.DISCLOSURES);
    var header = String.join(",", Column.headers());
    var file = new ByteArrayResource((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
    officer.acting().run(() -> ledger.receive("one.csv", file, officer));
  }
}
