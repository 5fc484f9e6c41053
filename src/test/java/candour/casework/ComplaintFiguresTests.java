package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Complaint.Cause;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the figures say of complaints that nobody has acknowledged yet. */
@PortalTest
class ComplaintFiguresTests {

  @Autowired Complaints complaints;
  @Autowired Casework casework;
  @Autowired Identity identity;
  @Autowired Samples samples;
  @Autowired Superuser superuser;
  @Autowired Days days;

  @Test
  void one_that_waits_is_late_by_the_laws_day() {
    var reference = rung();
    samples.run(
        samples.holderOf(reference).acting(),
        () -> complaints.complain(reference, Set.of(Cause.LATE), ""));
    assertThat(late(days.today().plusDays(40))).isGreaterThan(late(days.today()));
  }

  private long late(LocalDate today) {
    return superuser.undone(database -> {
      database
          .sql("select set_config('candour.today', ?, true)")
          .param(today.toString())
          .query(String.class)
          .single();
      return database
          .sql("select count(*) from casework.facts where fact = 'COMPLAINT' and kind = 'LATE'")
          .query(Long.class)
          .single();
    });
  }

  /** Somebody who can only be rung: an officer acknowledges what they complain of. */
  private CaseReference rung() {
    var subject = DataSubject.named("Beryl Campbell", "", PartialDate.of(1956));
    var requester =
        Requester.about(subject, null, "0300 000 0001", null, Locale.ENGLISH, Showing.NOT_SAID);
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () ->
            casework
                .open(Samples.request(identity.register(subject, requester), Purpose.CHECK))
                .reference());
  }
}
