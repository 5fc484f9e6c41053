package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.support.Explained;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is certainly the same person and reached in the very same ways, and who is not. */
@PortalTest
class ReachedAlikeTests {

  private static final int OTHERS = 5_000;

  @Autowired Samples samples;
  @Autowired Identity identity;
  @Autowired Superuser superuser;
  @Autowired JdbcClient jdbc;

  /** Somebody who asks, all of whose ways are known. */
  private static final class Asker {
    String name = "Winston Clarke";
    PartialDate born = PartialDate.of(1956, Month.MAY);
    @Nullable Representative representative;
    @Nullable String email;
    @Nullable String phone = "01632 960 001";
    @Nullable String address = "1 High Street";
    Precautions precautions = new Precautions("", false, "c/o Clarke", false, false, "");

    Asker(String email) {
      this.email = email;
    }

    Asker but(Consumer<Asker> otherwise) {
      otherwise.accept(this);
      return this;
    }
  }

  private static Named<Consumer<Asker>> with(String what, Consumer<Asker> otherwise) {
    return Named.of(what, otherwise);
  }

  private static Consumer<Asker> minding(UnaryOperator<Precautions> otherwise) {
    return it -> it.precautions = otherwise.apply(it.precautions);
  }

  private static void adviser(Asker it) {
    it.representative = of("Jo Sparrow", "Sparrow & Co", Regulator.BAR_STANDARDS_BOARD, "612345");
  }

  private static Representative of(String name, String firm, Regulator regulator, String number) {
    return Representative.adviser(name, firm, regulator, number);
  }

  static Stream<Named<Consumer<Asker>>> otherWays() {
    return Stream.of(
        with("mail", it -> it.email = "other-" + it.email),
        with("no mail", it -> it.email = null),
        with("phone", it -> it.phone = "01632 960 002"),
        with("no phone", it -> it.phone = null),
        with("address", it -> it.address = "2 High Street"),
        with("letters to", minding(it -> new Precautions("", false, "c/o B", false, false, ""))),
        with(
            "no letters", minding(it -> new Precautions("", true, "c/o Clarke", false, false, ""))),
        with("no calls", minding(it -> new Precautions("", false, "c/o Clarke", true, false, ""))));
  }

  static Stream<Named<Consumer<Asker>>> otherPeople() {
    return Stream.concat(
        otherWays(),
        Stream.of(
            with("name", it -> it.name = "Winston Clark"),
            with("year", it -> it.born = PartialDate.of(1957, Month.MAY)),
            with("month", it -> it.born = PartialDate.of(1956, Month.JUNE)),
            with("day", it -> it.born = PartialDate.of(1956, Month.MAY, 1)),
            with("about", it -> it.born = it.born.about()),
            with("birth in words", it -> it.born = PartialDate.unknown("In a storm")),
            with("asks for somebody else", ReachedAlikeTests::adviser)));
  }

  @ParameterizedTest
  @MethodSource("otherPeople")
  void whoever_asks_for_themselves_and_differs_in_anything_is_somebody_else(
      Consumer<Asker> otherwise) {
    var mail = mail();
    assertStrangers(new Asker(mail), new Asker(mail).but(otherwise));
  }

  static Stream<Named<Consumer<Asker>>> otherAdvisers() {
    var bar = Regulator.BAR_STANDARDS_BOARD;
    return Stream.concat(
        otherWays(),
        Stream.of(
            with("name", it -> it.representative = of("Al", "Sparrow & Co", bar, "612345")),
            with("firm", it -> it.representative = of("Jo Sparrow", "Wren", bar, "612345")),
            with("number", it -> it.representative = of("Jo Sparrow", "Sparrow & Co", bar, "6")),
            with(
                "regulator",
                it ->
                    it.representative =
                        of("Jo Sparrow", "Sparrow & Co", Regulator.CILEX_REGULATION, "612345")),
            with(
                "capacity",
                it ->
                    it.representative =
                        Representative.close(Capacity.PARENT, "Jo Sparrow", "a mother"))));
  }

  @ParameterizedTest
  @MethodSource("otherAdvisers")
  void whoever_asks_for_others_and_differs_in_anything_is_somebody_else(Consumer<Asker> otherwise) {
    var mail = mail();
    assertStrangers(
        new Asker(mail).but(ReachedAlikeTests::adviser),
        new Asker(mail).but(ReachedAlikeTests::adviser).but(otherwise));
  }

  static Stream<Named<Consumer<Asker>>> ofNobodyKnown() {
    return Stream.of(
        with("no date of birth", it -> it.born = PartialDate.unknown("")),
        with("a name without a letter", it -> it.name = "…"),
        with(
            "advisers without mail",
            it -> {
              adviser(it);
              it.email = null;
            }));
  }

  @ParameterizedTest
  @MethodSource("ofNobodyKnown")
  void what_is_alike_in_two_of_whom_too_little_is_known_makes_them_nobody(Consumer<Asker> known) {
    var mail = mail();
    assertStrangers(new Asker(mail).but(known), new Asker(mail).but(known));
  }

  @Test
  void the_same_are_found_however_they_are_spelt_and_whatever_else_they_say() {
    var mail = mail();
    var one = register(new Asker(mail));
    var other =
        register(
            new Asker(mail)
                .but(it -> it.name = "WINSTON  Clarke")
                .but(
                    minding(it -> new Precautions("Late", false, "c/o Clarke", false, true, "x"))));
    assertThat(alike(one)).containsExactly(other);
    assertThat(alike(other)).containsExactly(one);
    var storm = PartialDate.unknown("In a storm");
    var third = register(new Asker(mail).but(it -> it.born = storm));
    assertThat(alike(third)).isEmpty();
    assertThat(alike(register(new Asker(mail).but(it -> it.born = storm)))).containsExactly(third);
  }

  @Test
  void an_adviser_is_the_same_for_whomever_they_ask() {
    var mail = mail();
    var one = register(new Asker(mail).but(ReachedAlikeTests::adviser));
    var other =
        register(
            new Asker(mail)
                .but(ReachedAlikeTests::adviser)
                .but(it -> it.name = "Vera Lynch")
                .but(it -> it.born = PartialDate.unknown("")));
    assertThat(alike(one)).containsExactly(other);
    assertThat(alike(other)).containsExactly(one);
  }

  /** The plan of a function is not shown, but what it reads is: no more, however many ask. */
  @Test
  void of_everybody_else_nothing_is_read() {
    var mail = mail();
    var alone = "Winston " + mail;
    var person = register(new Asker(mail).but(it -> it.name = alone));
    var adviser = register(new Asker(mail).but(ReachedAlikeTests::adviser));
    superuser.undone(database -> {
      load(database, person);
      var whole = Explained.blocks(database, "select * from identity.requester");
      assertThat(whole).isGreaterThan(100);
      for (var each : List.of(person, adviser)) {
        var sql = "select * from identity.reached_alike('" + each + "')";
        // The first time this connection reads the catalogue too.
        Explained.blocks(database, sql);
        assertThat(Explained.blocks(database, sql)).isLessThan(whole / 2);
      }
      return whole;
    });
  }

  private static void load(JdbcClient database, UUID pattern) {
    database.sql("select set_config('candour.role', 'SYSTEM', true)").query(String.class).single();
    database
        .sql(
            """
            with other as (insert into identity.data_subject (subject_id, full_name, name_key, birth_year)
              select gen_random_uuid(), 'Other ' || g, 'other ' || g, 1956 from generate_series(1, :others) g returning subject_id)
            insert into identity.requester (requester_id, subject_id, email, phone, postal_address, language)
            select other.subject_id, other.subject_id, other.subject_id || email, phone, postal_address, language
            from identity.requester, other where requester_id = :pattern
            """)
        .param("others", OTHERS)
        .param("pattern", pattern)
        .update();
    database.sql("analyze identity.data_subject, identity.requester").update();
  }

  private void assertStrangers(Asker one, Asker other) {
    var first = register(one);
    var second = register(other);
    assertThat(alike(first)).isEmpty();
    assertThat(alike(second)).isEmpty();
  }

  private static String mail() {
    return UUID.randomUUID() + "@example.org";
  }

  private List<UUID> alike(UUID requester) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select identity.reached_alike(?)")
                .param(requester)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
  }

  private UUID register(Asker asker) {
    var subject = DataSubject.named(asker.name, "", asker.born);
    var requester =
        Requester.about(
                subject, asker.email, asker.phone, asker.address, Locale.ENGLISH, Showing.NOT_SAID)
            .as(asker.representative)
            .minding(asker.precautions);
    return samples
        .as(Acting.visitor(Identifiers.next()), () -> identity.register(subject, requester))
        .requesterId();
  }
}
