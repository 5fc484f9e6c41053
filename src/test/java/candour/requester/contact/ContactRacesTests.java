package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.identity.Contacts;
import candour.identity.Precautions;
import candour.identity.Ways;
import candour.platform.Acting;
import candour.platform.RequestHolder;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two who change at once how somebody is reached, the second sees what the first did. */
@PortalTest
class ContactRacesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Races races;
  @Autowired ContactDetails details;
  @Autowired Contacts contacts;

  private PostRoom post;
  private String email;

  @BeforeEach
  void an_address() {
    post = new PostRoom(jdbc, seals, samples);
    email = UUID.randomUUID() + "@example.org";
  }

  @Test
  void what_is_not_to_be_used_and_what_is_changed_at_once_leave_one_way() throws Exception {
    var holder = ask(Map.of("email", email, "address", "1 High Street", "phone", "029 2000 0000"));
    var wanted = new Ways(null, "029 2000 0001", "9 Mill Lane", null);
    var asked =
        samples.as(
            holder.acting(),
            () -> contacts.ask(holder.requesterId(), wanted, List.of(), false, null));
    var code = Objects.requireNonNull(asked.code());
    var neither = new Precautions("", true, null, true, false, "");
    var second =
        Races.refusal(
            () -> Acting.system().run(() -> contacts.confirmByCode(asked.change(), code, _ -> {})));
    assertThat(
            races.meanwhile(
                holder.acting(),
                () -> contacts.mind(holder.requesterId(), neither),
                List.of(second)))
        .containsExactly("no-way-left");
    assertThat(samples.reachedAt(email)).containsExactly(holder.requesterId());
  }

  @Test
  void the_link_goes_to_where_they_are_reached_when_it_is_their_turn_and_confirms()
      throws Exception {
    var one = ask(Map.of("email", email));
    var other = ask(Map.of("email", email));
    var fresh = "new-" + email;
    var ways = new Ways(fresh, null, null, null);
    var both = List.of(other.requesterId());
    var asked =
        samples.as(one.acting(), () -> contacts.ask(one.requesterId(), ways, both, false, null));
    var last = "last-" + UUID.randomUUID() + "@example.org";
    races.meanwhile(
        Acting.system(),
        () -> contacts.confirmByLink(asked.change(), asked.token(), _ -> {}),
        List.of(() ->
            other
                .acting()
                .call(() ->
                    details.ask(
                        new CaseReference(other.caseId()),
                        other.requesterId(),
                        new Ways(last, null, null, null),
                        List.of(),
                        false,
                        null))));
    var mail = post.to(fresh).getLast();
    assertThat(mail.get("to").get(0).asString()).isEqualTo(fresh);
    var mailbox = new Browser(port);
    mailbox.get(post.link(fresh));
    mailbox.submit("form:has(button[value=ME])", Map.of("was", "ME"));
    assertThat(samples.reachedAt(last)).containsExactly(other.requesterId());
  }

  private RequestHolder ask(Map<String, Object> reach) {
    var asking = new Asking(new Browser(port), email).with("how-to-reach-you", reach);
    asking.send();
    return samples.holderOf(samples.numbered(asking.number()));
  }
}
