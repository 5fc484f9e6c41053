package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.IdentityChecks.Look;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.identity.Verification.Method;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** What follows once it is clear who asks. */
@PortalTest
class ConfirmingTests {

  private static final Look SEEN =
      new Look(Method.KNOWN_TO_THE_OFFICE, "Port file", "The file agrees with what she says.");
  private static final String ASK =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "LAST_ADDRESS,2017-06-01,2017-06-20,";

  @Autowired Samples samples;
  @Autowired Identity identity;
  @Autowired Casework casework;
  @Autowired IdentityChecks identityChecks;
  @Autowired Ledger ledger;

  @Test
  void the_person_then_sees_who_was_given_data_about_them_and_not_before() {
    var officer = samples.officer("Ann", Role.CASEWORKER, Role.DISCLOSURES);
    var name = "Person " + Identifiers.randomCode(12);
    var reference = openedBy(name);
    var file = String.join(",", Column.headers()) + "\n" + ASK + name + ",1956-03-04\n";
    samples.as(
        officer.acting(),
        () ->
            ledger.receive(
                "asks.csv", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)), officer));
    samples.run(officer.acting(), () -> identityChecks.reject(reference, officer, SEEN));
    assertThat(seen(reference)).isEmpty();
    samples.run(officer.acting(), () -> identityChecks.confirm(reference, officer, SEEN));
    assertThat(seen(reference)).hasSize(1);
  }

  private CaseReference openedBy(String name) {
    var subject = DataSubject.named(name, "", PartialDate.of(1956, Month.MARCH, 4));
    var requester =
        Requester.about(subject, "a@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID);
    return samples
        .as(
            Acting.visitor(null),
            () ->
                casework.open(
                    Samples.request(identity.register(subject, requester), Purpose.PROVE_STATUS)))
        .reference();
  }

  private List<Disclosure> seen(CaseReference reference) {
    var holder = samples.holderOf(reference);
    return samples.as(holder.acting(), () -> ledger.shownTo(holder.subjectId()));
  }
}
