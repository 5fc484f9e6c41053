package candour.requester.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds a change of contact details to, whoever writes it. */
@PortalTest
class ContactChangeLawTests {

  private static final String DETAILS = "/my-request/contact-details";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;

  private Browser browser;
  private String fresh;
  private CaseReference reference;

  @BeforeEach
  void somebody_has_asked_and_opened_their_request() {
    var email = UUID.randomUUID() + "@example.org";
    fresh = "new-" + email;
    browser = new Browser(port);
    var asking =
        new Asking(browser, email)
            .with("how-to-reach-you", Map.of("email", email, "address", "1 High Street CF10 1AA"));
    asking.send();
    reference = samples.as(Acting.system(), () -> casework.numbered(asking.number()).orElseThrow());
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
  }

  @Test
  void the_database_lets_no_mail_confirm_where_the_code_goes_and_no_other_end_take_effect() {
    assertThat(refused("'EMAIL', null")).isEqualTo("confirm-through-the-old-way");
    ask(Map.of("address", "9 Mill Lane"));
    assertThat(refused("'OFFICE', null")).isEqualTo("change-is-open");
    assertThat(end("'CONFIRMED', token_hash, null, asked_at"))
        .isEqualTo("confirm-through-the-old-way");
    assertThat(end("'CONFIRMED', null, code_hash, expires_at")).isEqualTo("change-has-expired");
    assertThat(end("'CONFIRMED_IN_OFFICE', null, null, asked_at"))
        .isEqualTo("old-address-has-time");
    assertThat(end("'CONFIRMED_IN_OFFICE', null, null, asked_at + interval '3 days'"))
        .isEqualTo("confirmed-through-the-old-channel");
    var own = samples.holderOf(reference).acting();
    assertThat(end(own, "'CONFIRMED', null, code_hash, asked_at"))
        .as("who asked knows the hash, and not the code")
        .isEqualTo("confirm-through-the-old-way");
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    assertThat(end(officer.acting(), "'CONFIRMED', null, code_hash, asked_at"))
        .isEqualTo("confirm-through-the-old-way");
    assertThatThrownBy(() -> inAnothersName(own, officer.id()))
        .as("nobody but an officer signs as one")
        .hasStackTraceContaining("row-level security");
    assertThat(address()).isEqualTo("1 High Street CF10 1AA");
    browser.get(DETAILS);
    browser.submit("form[action$=take-back]", Map.of());
    ask(Map.of("email", fresh));
    assertThat(end("'CONFIRMED', null, null, asked_at"))
        .isEqualTo("confirmed-through-the-old-channel");
  }

  private void ask(Map<String, Object> change) {
    browser.get(DETAILS + "/change");
    browser.submit("main form", change);
  }

  private UUID requester() {
    return samples.holderOf(reference).requesterId();
  }

  private String address() {
    return samples.as(Acting.system(), () -> identity.requester(requester()).postalAddress());
  }

  private String refused(String by) {
    return refusal(
        Acting.system(),
        """
        insert into identity.contact_change (change_id, requester_id, postal_address, confirm_by,
          code_hash, token_hash, asked_at, expires_at)
        values (gen_random_uuid(), :requester, 'Elsewhere', %s,
          sha256(gen_random_uuid()::text::bytea), now(), now() + interval '1 day')
        """
            .formatted(by));
  }

  private String end(String by) {
    return end(Acting.system(), by);
  }

  private void inAnothersName(Acting acting, UUID officer) {
    var requester = requester();
    samples.as(
        acting,
        () ->
            jdbc.sql(
                    """
                    insert into identity.contact_end (change_id, cause, officer_id, ended_at)
                    select change_id, 'TAKEN_BACK', :officer, asked_at from identity.contact_change
                    where requester_id = :requester
                    """)
                .param("officer", officer)
                .param("requester", requester)
                .update());
  }

  private String end(Acting acting, String by) {
    return refusal(
        acting,
        """
        insert into identity.contact_end (change_id, cause, token_hash, code_hash, ended_at)
        select change_id, %s from identity.contact_change c where requester_id = :requester
          and not exists (select from identity.contact_end e where e.change_id = c.change_id)
        """
            .formatted(by));
  }

  private String refusal(Acting acting, String sql) {
    var refused = new String[1];
    var requester = requester();
    assertThatThrownBy(
            () -> samples.as(acting, () -> jdbc.sql(sql).param("requester", requester).update()))
        .isInstanceOfSatisfying(Refusal.class, it -> refused[0] = it.rule());
    return refused[0];
  }
}
