package candour.ledger;

import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.identity.Verification;
import candour.ledger.Reception.Taken;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An officer at work on the ledger, and the people that it is about. */
@Component
class LedgerDesk {

  static final String AT_ONCE =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "LAST_ADDRESS,2017-06-01,2017-06-20,";
  static final String TO_CLEAR =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,PUBLIC_SECURITY_RISK,yes,,REJECTED,,"
          + "NOT_COUNTERSIGNED,,2018-06-01,,";
  static final String OUTSIDE =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,WITHDRAWN,,,,2018-06-02,,";

  private final Ledger ledger;
  private final Identity identity;
  private final Samples samples;
  private final JdbcClient jdbc;
  private Officer officer = new Officer(Identifiers.next(), "Nobody", Set.of());

  LedgerDesk(Ledger ledger, Identity identity, Samples samples, JdbcClient jdbc) {
    this.ledger = ledger;
    this.identity = identity;
    this.samples = samples;
    this.jdbc = jdbc;
  }

  /** Somebody new works here. */
  Officer signIn() {
    officer = samples.officer("Officer", Officer.Role.DISCLOSURES, Officer.Role.CASEWORKER);
    return officer;
  }

  Acting acting() {
    return officer.acting();
  }

  UUID only(UUID person) {
    return candidates(person).getFirst().disclosure().id();
  }

  void clear(UUID entry, UUID person) {
    asOfficer(() -> ledger.clear(entry, person, officer, "The address is the same as in the file"));
  }

  List<Disclosure> seenBy(UUID person) {
    return samples.as(officer.acting(), () -> ledger.shownTo(person));
  }

  List<Candidate> candidates(UUID person) {
    return samples.as(officer.acting(), () -> ledger.candidatesFor(person));
  }

  UUID confirmed(String name) {
    var person = register(name);
    confirm(person, true);
    return person;
  }

  UUID register(String name) {
    var subject = DataSubject.named(name, "", PartialDate.of(1956, Month.MARCH, 4));
    var requester =
        Requester.about(subject, "a@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID);
    return samples
        .as(Acting.visitor(null), () -> identity.register(subject, requester))
        .subjectId();
  }

  /** One occasion for each person. */
  void confirm(UUID person, boolean accepted) {
    asOfficer(() ->
        identity.verify(
            new Verification(
                person,
                person,
                Verification.Method.KNOWN_TO_THE_OFFICE,
                "File",
                "The file agrees with them",
                accepted,
                officer.id())));
  }

  void asOfficer(Runnable work) {
    samples.run(officer.acting(), () -> work.run());
  }

  UUID taken(String... rows) {
    return ((Taken) receive(file(rows))).batchId();
  }

  Reception receive(InputStreamSource file) {
    return samples.as(officer.acting(), () -> ledger.receive("../../x.csv", file, officer));
  }

  static InputStreamSource file(String... rows) {
    var text = String.join(",", Column.headers()) + "\n" + String.join("\n", rows) + "\n";
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }

  static String aName() {
    return "Person " + Identifiers.randomCode(12);
  }

  long factsAbout(String factClass) {
    return samples.as(
        officer.acting(),
        () ->
            jdbc.sql("select count(*) from audit.entry where class = ?")
                .param(factClass)
                .query(Long.class)
                .single());
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  long number(String sql, UUID id) {
    return samples.as(officer.acting(), () -> jdbc.sql(sql).param(id).query(Long.class).single());
  }
}
