package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.response.Answering;
import candour.response.Posted;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In whatever order things happen, the code that opens an answer goes to no address before it is
 * confirmed, and to no representative before they are accepted or once their authority is over.
 */
@PortalTest
class CodeNeverAheadTests {

  private static final String OLD = "1 High Street CF10 1AA";
  private static final String NEW = "9 Mill Lane SA1 1AA";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired ActingForOthers acting;

  private String email = "";
  private String contactCode = "";
  private boolean confirmed;

  /** What may happen to a change of address, and to the letter with the code. */
  enum Event {
    ASK,
    CONFIRM,
    CODE,
    POST
  }

  /**
   * Every order in which a change is asked for before it is confirmed, and a code made before it
   * goes.
   */
  static Stream<List<Event>> orders() {
    return Stream.of(Event.values()).flatMap(first -> ordered(List.of(first)));
  }

  private static Stream<List<Event>> ordered(List<Event> so) {
    if (before(so, Event.CONFIRM, Event.ASK) || before(so, Event.POST, Event.CODE)) {
      return Stream.of();
    }
    if (so.size() == Event.values().length) {
      return Stream.of(so);
    }
    return Stream.of(Event.values())
        .filter(next -> !so.contains(next))
        .flatMap(next -> ordered(Stream.concat(so.stream(), Stream.of(next)).toList()));
  }

  private static boolean before(List<Event> so, Event one, Event other) {
    return so.contains(one) && !so.subList(0, so.indexOf(one)).contains(other);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void a_code_goes_where_they_are_reached_for_certain(List<Event> order) {
    email = UUID.randomUUID() + "@example.org";
    var requester = new Browser(port);
    var asking =
        new Asking(requester, email)
            .with("how-to-reach-you", Map.of("email", email, "address", OLD))
            .with("why", Map.of("purpose", "APPLICATION"));
    var reference = send(asking);
    requester.get(post().link(email));
    requester.submit("main form", Map.of());
    var by = answering.officers();
    answering.determined(reference, by, "file", "came");
    for (var event : order) {
      switch (event) {
        case ASK -> change(requester, reference);
        case CONFIRM -> confirm(requester);
        case CODE -> answering.released(reference, by);
        case POST -> goes(reference);
      }
    }
    assertThat(confirmed).isTrue();
  }

  private void change(Browser requester, CaseReference reference) {
    requester.get("/my-request/contact-details/change");
    requester.submit("main form", Map.of("address", NEW));
    contactCode = post().codes(reference.value()).getLast();
  }

  private void confirm(Browser requester) {
    requester.get("/my-request/contact-details");
    requester.submit("form[action$=code]", Map.of("code", contactCode));
    confirmed = true;
  }

  private void goes(CaseReference reference) {
    var officer = people.signedIn(Role.CASEWORKER);
    var letter = posted.codeLetter(reference);
    assertThat(officer.get("/staff/letters/" + letter).text())
        .contains(confirmed ? NEW : OLD)
        .doesNotContain(confirmed ? OLD : NEW);
    officer.submit("form[action$=posted]", Map.of());
    assertThat(isPosted(letter)).isTrue();
  }

  @Test
  void a_code_waits_for_the_representative_to_be_accepted_and_goes_no_more_once_that_is_over() {
    var reference =
        send(new Asking(new Browser(port), "").forClientByPost(UUID.randomUUID() + "@example.org"));
    var by = answering.officers();
    answering.determined(reference, by, "file", "came");
    answering.released(reference, by);
    var letter = posted.codeLetter(reference);
    var officer = people.signedIn(Role.CASEWORKER);
    assertThat(officer.get("/staff/letters/" + letter).text())
        .contains("It waits until an officer has accepted")
        .doesNotContain(post().codes(reference.value()).getLast());
    by.caseworker()
        .acting()
        .run(() -> acting.rule(reference, by.caseworker(), true, true, "The client confirmed it."));
    assertThat(officer.get("/staff/letters/" + letter).text())
        .contains(post().codes(reference.value()).getLast());
    samples.run(Acting.system(), () -> acting.object(reference, "Not in my name."));
    officer.submit("form[action$=posted]", Map.of());
    assertThat(officer.page().status()).isEqualTo(409);
    assertThat(isPosted(letter)).isFalse();
    assertThat(officer.get("/staff/letters/" + letter).status()).isEqualTo(409);
  }

  private CaseReference send(Asking asking) {
    asking.send();
    return samples.numbered(asking.number());
  }

  private PostRoom post() {
    return new PostRoom(jdbc, seals, samples);
  }

  private boolean isPosted(UUID letter) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select posted_at is not null from notifications.letter where letter_id = :letter")
                .param("letter", letter)
                .query(Boolean.class)
                .single());
  }
}
