package candour.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.merkle.Leaf;
import candour.platform.Acting;
import candour.platform.Acting.Role;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class EntryWriterTests {

  enum Colour {
    RED
  }

  record Nested(UUID value) {}

  record Happened(
      @Nullable UUID caseId,
      Nested nested,
      Colour colour,
      LocalDate on,
      int count,
      boolean sure,
      byte[] hash,
      @Nullable String none)
      implements Fact {

    static Happened to(@Nullable UUID caseId) {
      return new Happened(
          caseId,
          new Nested(new UUID(0, 7)),
          Colour.RED,
          LocalDate.of(2026, 2, 28),
          3,
          true,
          new byte[] {0, -1},
          null);
    }

    @Override
    public String factClass() {
      return "test.happened";
    }

    @Override
    public String provision() {
      return "uk-gdpr-15-1-3";
    }
  }

  record Unprintable(@Nullable UUID caseId, Object thing) implements Fact {
    @Override
    public String factClass() {
      return "test.unprintable";
    }
  }

  record Misnamed(@Nullable UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "Not a word of the log";
    }
  }

  record Row(String provision, LocalDate day, Leaf leaf, JsonNode opening) {}

  @Autowired ApplicationEventPublisher facts;
  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired Openings openings;
  @Autowired JsonMapper json;
  @Autowired MovableClock time;

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_fact_leaves_an_entry_whoever_acts(Role role) {
    var caseId = Identifiers.unguessable();
    var actor = new Acting(role, Identifiers.next(), caseId);
    publish(actor, Happened.to(caseId));
    var row = only(caseId);
    assertThat(row.leaf().kind()).isEqualTo("test.happened");
    assertThat(row.leaf().provision()).isEqualTo("uk-gdpr-15-1-3").isEqualTo(row.provision());
    assertThat(row.leaf().policy()).isEqualTo("2026-11");
    var by = row.opening().get("payload").get("by");
    assertThat(by.get("role").asString()).isEqualTo(role.name());
    assertThat(by.get("id").asString()).isEqualTo(String.valueOf(actor.id()));
  }

  @Test
  void the_opening_holds_every_component_and_the_instant_and_the_leaf_only_the_day_in_london() {
    time.set(Instant.parse("2026-06-30T23:30:00Z"));
    var caseId = Identifiers.unguessable();
    publish(Acting.system(), Happened.to(caseId));
    var row = only(caseId);
    assertThat(row.leaf().day()).isEqualTo("2026-07-01").isEqualTo(row.day());
    assertThat(row.leaf().text()).doesNotContain(caseId.toString());
    var payload = row.opening().get("payload");
    assertThat(payload.get("at").asString()).startsWith("2026-06-30T23:30:0");
    assertThat(payload.get("fact").toString())
        .isEqualTo(
            """
            {"caseId":"%s","colour":"RED","count":3,"hash":"00ff",\
            "nested":{"value":"00000000-0000-0000-0000-000000000007"},\
            "none":null,"on":"2026-02-28","sure":true}\
            """
                .formatted(caseId));
    assertThat(row.opening().get("leaf").asString()).isEqualTo(row.leaf().text());
  }

  /** Else the entries of one case would speak of rows of another. */
  @Test
  void an_entry_speaks_of_what_was_done_before_its_fact_and_of_nothing_after_it() {
    var first = Identifiers.unguessable();
    var second = Identifiers.unguessable();
    samples.run(
        Acting.system(),
        () -> {
          account();
          facts.publishEvent(Happened.to(first));
          account();
          account();
          facts.publishEvent(Happened.to(second));
        });
    assertThat(only(first).opening().at("/payload/rows")).hasSize(1);
    assertThat(only(second).opening().at("/payload/rows")).hasSize(2);
  }

  private void account() {
    jdbc.sql(
            """
            insert into platform.account (account_id, kind, username, display_name)
            values (:id, 'OFFICER', cast(:id as text), 'Somebody')
            """)
        .param("id", Identifiers.next())
        .update();
  }

  @Test
  void a_fact_about_no_case_is_sealed_under_the_portals_key() {
    publish(Acting.system(), Happened.to(null));
    var opened =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql(
                        "select * from audit.entry where case_id is null and class = 'test.happened'")
                    .query((row, _) -> openings.ofNoCase().file(row))
                    .list());
    assertThat(opened).singleElement().asString().contains("\"caseId\":null");
  }

  @Test
  void a_transaction_that_rolls_back_leaves_no_entry() {
    var caseId = Identifiers.unguessable();
    assertThatThrownBy(() ->
            samples.as(
                Acting.visitor(null),
                () -> {
                  facts.publishEvent(Happened.to(caseId));
                  throw new IllegalStateException("changed my mind");
                }))
        .hasMessage("changed my mind");
    assertThat(entries(caseId)).isEmpty();
  }

  @Test
  void a_fact_whose_entry_cannot_be_written_does_not_come_about() {
    for (var fact :
        List.of(
            new Unprintable(null, Map.of()), new Unprintable(null, "\ud800"), new Misnamed(null))) {
      var bucket = Identifiers.randomBytes(32);
      assertThatThrownBy(() ->
              samples.as(
                  Acting.system(),
                  () -> {
                    jdbc.sql("insert into platform.throttle values (:bucket, now(), 1)")
                        .param("bucket", bucket)
                        .update();
                    facts.publishEvent(fact);
                    return true;
                  }))
          .isInstanceOf(RuntimeException.class);
      var kept =
          samples.as(
              Acting.system(),
              () ->
                  jdbc.sql("select count(*) from platform.throttle where bucket = :bucket")
                      .param("bucket", bucket)
                      .query(Long.class)
                      .single());
      assertThat(kept).isZero();
    }
  }

  @Test
  void a_fact_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> Acting.system().run(() -> facts.publishEvent(Happened.to(null))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private void publish(Acting actor, Fact fact) {
    samples.as(
        actor,
        () -> {
          facts.publishEvent(fact);
          return true;
        });
  }

  private Row only(UUID caseId) {
    var rows = entries(caseId);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private List<Row> entries(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select * from audit.entry where case_id = :case")
                .param("case", caseId)
                .query((row, _) ->
                    new Row(
                        row.getString("provision"),
                        row.getObject("day", LocalDate.class),
                        Leaf.parse(row.getBytes("leaf")),
                        json.readTree(openings.of(caseId).orElseThrow().file(row))))
                .list());
  }
}
