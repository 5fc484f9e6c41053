package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static candour.response.ResponsesTests.refused;

import candour.casework.CaseReference;
import candour.casework.SearchResult;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the way of an answer stands in the way of each of its steps, in SQL too. */
@PortalTest
class ObstacleTests {

  /** Each obstacle, alone in the way of a case that has an approved pack. */
  enum Obstacle {
    PAGES_NOT_REVIEWED {
      @Override
      void raise(Answering answering, Searched searched, Three by) {
        answering.collect(searched, by, "One more", "Nobody looked at this");
      }
    },
    RECORDS_NOT_COLLECTED {
      @Override
      void raise(Answering answering, Searched searched, Three by) {
        answering.search(
            searched.reference(), by.caseworker(), "CASE_DATABASE", new SearchResult.Found(2));
      }
    },
    HEALTH_OPINION_MISSING {
      @Override
      void raise(Answering answering, Searched searched, Three by) {
        var record = answering.collect(searched, by, "Clinic letter", "What the doctor wrote");
        answering.desk.tagHealth(searched.reference(), record.id(), by.caseworker());
        answering.desk.release(searched.reference(), record.id(), 1, by.caseworker());
      }
    },
    DETERMINATION_OPEN {
      @Override
      void raise(Answering answering, Searched searched, Three by) {
        var record = answering.collect(searched, by, "Method", "How it is done");
        answering.withhold(searched, by, record.id(), 1, THIRD_PARTY);
        answering.propose(searched, by, record, new Telling.Told());
      }
    },
    WITHHELD_WITHOUT_DETERMINATION {
      @Override
      void raise(Answering answering, Searched searched, Three by) {
        var record = answering.collect(searched, by, "Method", "How it is done");
        var ground = answering.determined(searched, by, record, new Telling.Told());
        answering.withhold(searched, by, record.id(), 1, ground);
        answering.withdraw(searched, ground);
      }
    };

    abstract void raise(Answering answering, Searched searched, Three by);

    String rule() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Autowired Answering answering;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @EnumSource
  void nothing_is_prepared_approved_or_released_past_it(Obstacle obstacle) {
    var by = answering.officers();
    var searched = answering.ready(by);
    var reference = searched.reference();
    var unapproved = answering.prepare(reference, by.caseworker());
    var pack = answering.approved(reference, by);
    obstacle.raise(answering, searched, by);
    refused(obstacle.rule(), () -> answering.prepare(reference, by.caseworker()));
    refused(obstacle.rule(), () -> answering.approve(reference, unapproved, by.senior()));
    refused(obstacle.rule(), () -> answering.release(reference, pack, by.releaser()));
    everyInsertIsRefused(obstacle.rule(), reference, pack, by);
  }

  @Test
  void nothing_is_answered_to_somebody_who_is_not_confirmed() {
    var by = answering.officers();
    var searched = answering.searched(by, 1);
    var record = answering.collect(searched, by, "Notes", "A");
    answering.withhold(searched, by, record.id(), 1, THIRD_PARTY);
    refusedEverywhere("identity-not-confirmed", searched.reference(), by);
  }

  @Test
  void nothing_is_answered_before_every_system_is_searched() {
    var by = answering.officers();
    var searched = answering.searched(by, 1, false);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Notes", "A");
    answering.withhold(searched, by, record.id(), 1, THIRD_PARTY);
    refusedEverywhere("systems-not-searched", searched.reference(), by);
  }

  @Test
  void nothing_is_answered_twice() {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    answering.released(reference, by);
    refusedEverywhere("case-is-answered", reference, by);
  }

  @Test
  void nothing_is_answered_where_nobody_asked() {
    refusedEverywhere(
        "no-such-case", new CaseReference(Identifiers.unguessable()), answering.officers());
  }

  @Test
  void a_stale_pack_is_neither_approved_nor_released_by_sql() {
    var by = answering.officers();
    var searched = answering.ready(by);
    var reference = searched.reference();
    var unapproved = answering.prepare(reference, by.caseworker());
    var pack = answering.approved(reference, by);
    var record = answering.collect(searched, by, "More", "B");
    answering.withhold(searched, by, record.id(), 1, THIRD_PARTY);
    refused("pack-is-out-of-date", () -> approval(reference, unapproved, by, by.senior().id()));
    refused("pack-is-out-of-date", () -> release(reference, pack, by, by.releaser().id()));
  }

  @Test
  void two_steps_by_one_officer_and_steps_out_of_office_are_refused_by_sql() {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    var all = samples.officer("Everything", Role.CASEWORKER, Role.SENIOR, Role.RELEASER);
    var mine = new Three(all, by.senior(), by.releaser());
    var pack = answering.prepare(reference, all);
    refused("four-eyes", () -> approval(reference, pack, mine, all.id()));
    refused("senior-officer-only", () -> approval(reference, pack, mine, by.releaser().id()));
    answering.approve(reference, pack, by.senior());
    refused("three-officers", () -> release(reference, pack, mine, all.id()));
    refused("releasers-only", () -> release(reference, pack, mine, by.senior().id()));
    release(reference, pack, mine, by.releaser().id());
    refused("what-left-is-answered", () -> departure(reference, pack));
  }

  private void refusedEverywhere(String rule, CaseReference reference, Three by) {
    refused(rule, () -> answering.prepare(reference, by.caseworker()));
    everyInsertIsRefused(rule, reference, Identifiers.next(), by);
  }

  private void everyInsertIsRefused(String rule, CaseReference reference, UUID pack, Three by) {
    refused(
        rule,
        () ->
            insert(
                "response.pack (pack_id, case_id, document_id, case_version, outcome, pages, prepared_by,"
                    + " prepared_on) values (?, ?, gen_random_uuid(), 1, 'DISCLOSED', 1, ?, current_date)",
                Identifiers.next(),
                reference.value(),
                by.caseworker().id()));
    refused(rule, () -> approval(reference, pack, by, by.senior().id()));
    refused(rule, () -> release(reference, pack, by, by.releaser().id()));
    refused(rule, () -> departure(reference, pack));
  }

  private void approval(CaseReference reference, UUID pack, Three by, UUID approver) {
    insert(
        "response.approval (pack_id, case_id, prepared_by, approved_by, reason)"
            + " values (?, ?, ?, ?, 'I read the whole pack.')",
        pack,
        reference.value(),
        by.caseworker().id(),
        approver);
  }

  private void release(CaseReference reference, UUID pack, Three by, UUID releaser) {
    insert(
        "response.release (pack_id, case_id, prepared_by, approved_by, released_by, leaves_at)"
            + " values (?, ?, ?, ?, ?, now())",
        pack,
        reference.value(),
        by.caseworker().id(),
        by.senior().id(),
        releaser);
  }

  private void departure(CaseReference reference, UUID pack) {
    insert(
        "response.departure (pack_id, case_id, left_on) values (?, ?, current_date)",
        pack,
        reference.value());
  }

  private void insert(String into, Object... values) {
    samples.as(
        Acting.system(), () -> jdbc.sql("insert into " + into).params(List.of(values)).update());
  }
}
