package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class IdentityTests {

  @Autowired Samples samples;
  @Autowired Identity identity;
  @Autowired JdbcClient jdbc;

  @Test
  void people_read_back_as_they_described_themselves() {
    var dates =
        List.of(
            PartialDate.of(1962),
            PartialDate.of(1962).about(),
            PartialDate.of(1962, Month.MAY),
            PartialDate.of(1964, Month.FEBRUARY, 29),
            PartialDate.unknown("the year of the big flood"),
            PartialDate.unknown(""));
    for (var born : dates) {
      var subject = DataSubject.named("  Ifá Ọlá O’Neill ", "", born);
      var requester =
          Requester.about(
              subject,
              "Ifa@Example.ORG",
              " ",
              "1 Heol Fawr\nCaerdydd",
              Locale.of("cy"),
              new Showing(
                  EnumSet.allOf(IdentityRoute.class),
                  EnumSet.of(Paper.SCHOOL, Paper.GP),
                  "Ms Ọlá",
                  "01632 960 001",
                  ""));
      var known = samples.as(Acting.visitor(null), () -> identity.register(subject, requester));
      var read = samples.as(Acting.system(), () -> identity.requester(known.requesterId()));
      assertThat(samples.as(Acting.system(), () -> identity.subject(known.subjectId())))
          .isEqualTo(subject);
      assertThat(read).isEqualTo(requester);
      assertThat(read.email()).isEqualTo("ifa@example.org");
      assertThat(read.phone()).isNull();
    }
  }

  @Test
  void two_of_a_list_are_two_that_differ_and_are_named() {
    var known = samples.as(Acting.visitor(null), samples::register);
    for (var papers : List.of("{}", "{GP}", "{GP,GP}", "{GP,DREAM}")) {
      assertThatThrownBy(() -> offered(known.subjectId(), "{TWO_OF_A_LIST,TALK_TO_ME}", papers))
          .as(papers)
          .isInstanceOfAny(Refusal.class, DataIntegrityViolationException.class);
    }
    offered(known.subjectId(), "{TWO_OF_A_LIST}", "{GP,REFEREE}");
    assertThatThrownBy(() -> offered(known.subjectId(), "{TALK_TO_ME}", "{GP,REFEREE}"))
        .as("of a list that was not chosen")
        .isInstanceOfAny(Refusal.class, DataIntegrityViolationException.class);
  }

  private void offered(UUID subject, String routes, String papers) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into identity.requester (requester_id, subject_id, phone, language, identity_routes, identity_papers)
                    values (:id, :subject, '1', 'en', cast(:routes as text[]), cast(:papers as text[]))
                    """)
                .param("id", Identifiers.next())
                .param("subject", subject)
                .param("routes", routes)
                .param("papers", papers)
                .update());
  }

  @Test
  void a_requester_reads_themselves_and_nobody_else_and_a_visitor_nobody() {
    var own = samples.as(Acting.visitor(null), samples::register);
    var other = samples.as(Acting.visitor(null), samples::register);
    var requester =
        new Acting(
            Acting.Role.REQUESTER, own.subjectId(), Identifiers.unguessable(), own.requesterId());
    assertThat(samples.as(requester, () -> identity.subject(own.subjectId())).id())
        .isEqualTo(own.subjectId());
    assertThat(samples.as(requester, () -> identity.requester(own.requesterId())).subjectId())
        .isEqualTo(own.subjectId());
    for (var acting : Set.of(requester, Acting.visitor(null))) {
      assertThatThrownBy(() -> samples.as(acting, () -> identity.subject(other.subjectId())))
          .isInstanceOf(EmptyResultDataAccessException.class);
      assertThatThrownBy(() -> samples.as(acting, () -> identity.requester(other.requesterId())))
          .isInstanceOf(EmptyResultDataAccessException.class);
    }
  }

  @Test
  void nobody_but_an_officer_says_who_a_person_is() {
    var known = samples.as(Acting.visitor(null), samples::register);
    var officer = samples.officer("Ann", Role.CASEWORKER);
    var look =
        new Verification(
            known.subjectId(),
            Identifiers.unguessable(),
            Verification.Method.IN_PERSON,
            "She came to the desk",
            "The officer remembers her well.",
            true,
            officer.id());
    var requester =
        new Acting(
            Acting.Role.REQUESTER,
            known.subjectId(),
            Identifiers.unguessable(),
            known.requesterId());
    for (var acting : Set.of(requester, Acting.visitor(null))) {
      assertThatThrownBy(() -> samples.as(acting, () -> identity.verify(look)))
          .rootCause()
          .hasMessageContaining("row-level security");
    }
    samples.as(officer.acting(), () -> identity.verify(look));
    assertThat(samples.as(officer.acting(), () -> identity.verifications(look.occasionId())))
        .singleElement()
        .satisfies(verified -> {
          assertThat(verified.verification()).isEqualTo(look);
          assertThat(verified.officerName()).isEqualTo("Ann");
        });
  }
}
