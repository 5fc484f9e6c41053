package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.identity.ContactChange.Cause;
import candour.identity.ContactChange.How;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.platform.RequestHolder;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds a change of contact details to, whoever writes it. */
@PortalTest
class ContactChangeLawTests {

  private static final String HOUSE = "1 High Street CF10 1AA";

  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired Races races;
  @Autowired Identity identity;
  @Autowired Contacts contacts;

  private String email;
  private Registered one;

  @BeforeEach
  void somebody_has_asked() {
    email = UUID.randomUUID() + "@example.org";
    one = register();
  }

  @Test
  void the_database_lets_no_mail_confirm_where_the_code_goes_and_no_other_end_take_effect() {
    assertThat(refused("'EMAIL', null")).isEqualTo("confirm-through-the-old-way");
    var byLetter = ask(one, new Ways(email, null, "9 Mill Lane", null));
    assertThat(refused("'OFFICE', null")).isEqualTo("change-is-open");
    assertThat(end("'CONFIRMED', token_hash, null, asked_at"))
        .isEqualTo("confirm-through-the-old-way");
    assertThat(end("'CONFIRMED', null, code_hash, expires_at")).isEqualTo("change-has-expired");
    assertThat(end("'CONFIRMED_IN_OFFICE', null, null, asked_at"))
        .isEqualTo("old-address-has-time");
    assertThat(end("'CONFIRMED_IN_OFFICE', null, null, asked_at + interval '3 days'"))
        .isEqualTo("confirmed-through-the-old-channel");
    assertThat(end(holder(one), "'CONFIRMED', null, code_hash, asked_at"))
        .as("who asked knows the hash, and not the code")
        .isEqualTo("confirm-through-the-old-way");
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    assertThat(end(officer.acting(), "'CONFIRMED', null, code_hash, asked_at"))
        .isEqualTo("confirm-through-the-old-way");
    assertThatThrownBy(() -> inAnothersName(holder(one), officer.id()))
        .as("nobody but an officer signs as one")
        .hasStackTraceContaining("row-level security");
    assertThat(samples.as(Acting.system(), () -> identity.requester(one.requesterId())))
        .returns(HOUSE, Requester::postalAddress);
    samples.run(Acting.system(), () -> contacts.end(byLetter.change(), Cause.TAKEN_BACK, null));
    ask(one, mail("new-" + email));
    assertThat(end("'CONFIRMED', null, null, asked_at"))
        .isEqualTo("confirmed-through-the-old-channel");
  }

  @Test
  void no_change_leaves_no_way_to_reach_somebody() {
    var calls = new Precautions("", false, null, true, false, "");
    samples.run(Acting.system(), () -> contacts.mind(one.requesterId(), calls));
    ask(one, new Ways(null, "01632 960 001", null, null));
    assertThat(end("'CONFIRMED', null, code_hash, asked_at")).isEqualTo("no-way-left");
  }

  @Test
  void what_an_officer_has_looked_at_or_what_has_ended_counts_for_nobody_more() {
    var other = register();
    var lost =
        samples.as(
            Acting.system(),
            () -> contacts.ask(one.requesterId(), mail("new-" + email), List.of(), true, null));
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    var papers = "Came with their old papers.";
    samples.run(
        officer.acting(), () -> contacts.check(lost.change(), How.IN_PERSON, papers, officer.id()));
    assertThat(also(Acting.system(), lost, other)).isEqualTo("change-is-looked-at");
    var ended = ask(other, mail("new-" + email));
    samples.run(Acting.system(), () -> contacts.end(ended.change(), Cause.TAKEN_BACK, null));
    assertThat(also(Acting.system(), ended, one)).isEqualTo("change-is-looked-at");
  }

  @Test
  void nobody_adds_to_a_change_of_somebody_else_or_reads_where_it_leads() {
    var other = register();
    var asked = ask(one, mail("new-" + email));
    assertThatThrownBy(() -> also(holder(other), asked, other))
        .hasStackTraceContaining("row-level security");
    assertThat(also(holder(one), asked, other)).isEqualTo(Races.KEPT);
    samples.run(
        Acting.system(), () -> contacts.confirmByLink(asked.change(), asked.token(), _ -> {}));
    for (var table : List.of("contact_change", "contact_also", "contact_end")) {
      assertThat(read(table, holder(one), asked)).as(table).isOne();
      assertThat(read(table, holder(other), asked)).as(table).isZero();
    }
    for (var each : List.of(one, other)) {
      assertThat(read("contact_changed", holder(each), asked)).as("their own").isOne();
    }
  }

  /** Whoever asks for it, at any other moment, or for anybody else. */
  @Test
  void a_change_takes_effect_for_another_while_it_is_confirmed_and_never_else() {
    var other = register();
    var stranger = register();
    var asked = askForBoth(one, "new-" + email, other);
    assertThat(takesEffect(Acting.system(), asked, other)).as("not confirmed").isFalse();
    var seen = new ArrayList<UUID>();
    samples.run(
        Acting.system(),
        () ->
            contacts.confirmByLink(
                asked.change(),
                asked.token(),
                it -> {
                  seen.add(it);
                  assertThat(takeEffect(asked, stranger)).as("never asked for").isFalse();
                }));
    assertThat(seen).containsExactly(one.requesterId(), other.requesterId());
    assertThat(samples.reachedAt("new-" + email))
        .containsExactlyInAnyOrder(one.requesterId(), other.requesterId());
    var again = askForBoth(one, "newer-" + email, other);
    var own = ask(other, mail("own-" + email));
    samples.run(Acting.system(), () -> contacts.confirmByLink(own.change(), own.token(), _ -> {}));
    samples.run(
        Acting.system(), () -> contacts.confirmByLink(again.change(), again.token(), _ -> {}));
    assertThat(samples.reachedAt("newer-" + email))
        .as("reached otherwise since")
        .containsExactly(one.requesterId());
    var back = ask(other, mail("new-" + email));
    samples.run(
        Acting.system(), () -> contacts.confirmByLink(back.change(), back.token(), _ -> {}));
    for (var who : List.of(Acting.system(), holder(one), holder(other))) {
      assertThat(takesEffect(who, again, other)).as("later").isFalse();
    }
  }

  /** What is asked for after a change took effect is confirmed where that led. */
  @Test
  void a_second_change_counts_for_both_too() {
    var other = register();
    for (var mail : List.of("new-" + email, "newer-" + email)) {
      var asked = askForBoth(one, mail, other);
      samples.run(
          Acting.system(), () -> contacts.confirmByLink(asked.change(), asked.token(), _ -> {}));
      assertThat(samples.reachedAt(mail))
          .containsExactlyInAnyOrder(one.requesterId(), other.requesterId());
    }
  }

  private boolean takesEffect(Acting acting, Contacts.Asked asked, Registered other) {
    return samples.as(acting, () -> takeEffect(asked, other));
  }

  private boolean takeEffect(Contacts.Asked asked, Registered other) {
    return jdbc.sql("select identity.take_effect_too(?, ?)")
        .param(asked.change().id())
        .param(other.requesterId())
        .query(Boolean.class)
        .single();
  }

  private long read(String table, Acting acting, Contacts.Asked asked) {
    return samples.as(
        acting,
        () ->
            jdbc.sql("select count(*) from identity.%s where change_id = ?".formatted(table))
                .param(asked.change().id())
                .query(Long.class)
                .single());
  }

  @Test
  void of_two_changes_that_count_for_both_the_one_that_is_confirmed_first_takes_effect()
      throws Exception {
    var other = register();
    var first = askForBoth(one, "first-" + email, other);
    var second = askForBoth(other, "second-" + email, one);
    var refusals =
        races.meanwhile(
            Acting.system(),
            () -> contacts.confirmByLink(first.change(), first.token(), _ -> {}),
            List.of(
                Races.refusal(() ->
                    samples.run(
                        Acting.system(),
                        () -> contacts.confirmByLink(second.change(), second.token(), _ -> {})))));
    assertThat(refusals).containsExactly("reached-otherwise-since");
    assertThat(samples.reachedAt("first-" + email))
        .containsExactlyInAnyOrder(one.requesterId(), other.requesterId());
  }

  private Registered register() {
    var subject = DataSubject.named("Winston Clarke", "", PartialDate.of(1962, Month.MAY));
    var requester = Requester.about(subject, email, null, HOUSE, Locale.ENGLISH, Showing.NOT_SAID);
    return samples.as(
        Acting.visitor(Identifiers.next()), () -> identity.register(subject, requester));
  }

  private static Acting holder(Registered who) {
    return new RequestHolder(who.requesterId(), who.subjectId(), who.requesterId()).acting();
  }

  private static Ways mail(String address) {
    return new Ways(address, null, HOUSE, null);
  }

  private Contacts.Asked ask(Registered who, Ways wanted) {
    return samples.as(
        holder(who), () -> contacts.ask(who.requesterId(), wanted, List.of(), false, null));
  }

  private Contacts.Asked askForBoth(Registered who, String address, Registered other) {
    return samples.as(
        holder(who),
        () ->
            contacts.ask(
                who.requesterId(), mail(address), List.of(other.requesterId()), false, null));
  }

  private String also(Acting acting, Contacts.Asked asked, Registered other) {
    return refusal(
        acting,
        "insert into identity.contact_also (change_id, requester_id) values ('%s', :requester)"
            .formatted(asked.change().id()),
        other);
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
            .formatted(by),
        one);
  }

  private void inAnothersName(Acting acting, UUID officer) {
    refusal(
        acting,
        """
        insert into identity.contact_end (change_id, cause, officer_id, ended_at)
        select change_id, 'TAKEN_BACK', '%s', asked_at from identity.contact_change
        where requester_id = :requester
        """
            .formatted(officer),
        one);
  }

  private String end(String by) {
    return end(Acting.system(), by);
  }

  private String end(Acting acting, String by) {
    return refusal(
        acting,
        """
        insert into identity.contact_end (change_id, cause, token_hash, code_hash, ended_at)
        select change_id, %s from identity.contact_change c where requester_id = :requester
          and not exists (select from identity.contact_end e where e.change_id = c.change_id)
        """
            .formatted(by),
        one);
  }

  private String refusal(Acting acting, String sql, Registered of) {
    return Races.refused(() ->
        samples.run(acting, () -> jdbc.sql(sql).param("requester", of.requesterId()).update()));
  }
}
