package candour.response;

import candour.casework.CaseReference;
import candour.casework.IdentityChecks;
import candour.casework.SearchResult;
import candour.casework.Searches;
import candour.exemptions.Conclusion;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.SampleProposal;
import candour.exemptions.Telling;
import candour.identity.Verification.Method;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.DocumentStore;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.records.Ground;
import candour.records.RecordId;
import candour.records.ReviewDesk;
import candour.records.ReviewedRecord;
import candour.support.MovableClock;
import candour.support.Patience;
import candour.support.Samples;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes cases as far as a test wants them, by the façades. */
@Component
public class Answering {

  /** Three officers who have done nothing together yet. */
  public record Three(Officer caseworker, Officer senior, Officer releaser) {}

  static final String THIRD_PARTY = "THIRD_PARTY";
  static final String REASON = "I read the whole pack.";

  final Samples samples;
  final ReviewDesk desk;
  private final Responses responses;
  private final Departures departures;
  private final Packs packs;
  private final IdentityChecks checks;
  private final Searches searches;
  private final Exemptions exemptions;
  private final DocumentStore documents;
  private final Days days;
  private final MovableClock clock;

  Answering(
      Samples samples,
      ReviewDesk desk,
      Responses responses,
      Departures departures,
      Packs packs,
      IdentityChecks checks,
      Searches searches,
      Exemptions exemptions,
      DocumentStore documents,
      Days days,
      MovableClock clock) {
    this.samples = samples;
    this.desk = desk;
    this.responses = responses;
    this.departures = departures;
    this.packs = packs;
    this.checks = checks;
    this.searches = searches;
    this.exemptions = exemptions;
    this.documents = documents;
    this.days = days;
    this.clock = clock;
  }

  public Three officers() {
    return new Three(
        samples.officer("Amara Okafor", Role.CASEWORKER),
        samples.officer("Rhys Bevan", Role.SENIOR),
        samples.officer("Ines Duarte", Role.RELEASER));
  }

  /** A case of which a search of the database found so many records. */
  public record Searched(CaseReference reference, UUID search) {}

  Searched searched(Three by, int found) {
    return searched(by, found, true);
  }

  Searched searched(Three by, int found, boolean everywhere) {
    return searched(samples.generalCase(), by, found, everywhere);
  }

  private Searched searched(CaseReference reference, Three by, int found, boolean everywhere) {
    var officer = by.caseworker();
    var search = search(reference, officer, "CASE_DATABASE", new SearchResult.Found(found));
    search(reference, officer, "DETENTION_RECORDS", new SearchResult.NeverHeld());
    if (everywhere) {
      var cards = samples.as(officer.acting(), searches::destroyedClasses).getFirst();
      search(reference, officer, "PAPER_FILES", new SearchResult.DestroyedUnderPolicy(cards));
    }
    return new Searched(reference, search);
  }

  UUID search(CaseReference reference, Officer officer, String system, SearchResult result) {
    return officer
        .acting()
        .call(() ->
            searches.record(
                reference,
                officer,
                new Searches.Search(system, "Campbell", "1962", "1973", result, "")));
  }

  void confirm(CaseReference reference, Officer officer) {
    var look =
        new IdentityChecks.Look(Method.IN_PERSON, "Library card", "Compared with our record.");
    officer.acting().run(() -> checks.confirm(reference, officer, look));
  }

  /** Nothing stands in the way: one page, withheld as about another person. */
  public Searched ready(Three by) {
    return ready(samples.generalCase(), by);
  }

  /** The same of this case. */
  Searched ready(CaseReference reference, Three by) {
    var searched = searched(reference, by, 1, true);
    confirm(searched.reference(), by.caseworker());
    var record = collect(searched, by, "Notes", "Nothing secret");
    withhold(searched, by, record.id(), 1, THIRD_PARTY);
    return searched;
  }

  /** Nothing stands in the way of this case: one page, withheld by a determination. */
  public DeterminationId determined(
      CaseReference reference, Three by, String title, String... lines) {
    var searched = searched(reference, by, 1, true);
    confirm(reference, by.caseworker());
    var record = collect(searched, by, title, lines);
    var ground = determined(searched, by, record, new Telling.Told());
    withhold(searched, by, record.id(), 1, ground);
    return new DeterminationId(Objects.requireNonNull(ground.proposalId()));
  }

  /** A record that nobody has decided on, and a determination that waits for another officer. */
  public DeterminationId proposed(
      CaseReference reference, Three by, String title, String... lines) {
    var searched = searched(reference, by, 1, true);
    return propose(searched, by, collect(searched, by, title, lines), new Telling.Told());
  }

  ReviewedRecord collect(Searched searched, Three by, String title, String... lines) {
    return desk.collect(searched.reference(), searched.search(), title, by.caseworker(), lines);
  }

  void withhold(Searched searched, Three by, RecordId record, int page, Ground ground) {
    desk.withhold(searched.reference(), record, page, ground, by.caseworker());
  }

  void withhold(Searched searched, Three by, RecordId record, int page, String code) {
    desk.withhold(searched.reference(), record, page, code, by.caseworker());
  }

  DeterminationId propose(Searched searched, Three by, ReviewedRecord record, Telling telling) {
    return propose(searched, by, record, 1, telling);
  }

  private DeterminationId propose(
      Searched searched, Three by, ReviewedRecord record, int page, Telling telling) {
    return propose(
        searched,
        by,
        new Item(
            record.pages().get(page - 1).itemId(),
            Item.Kind.PAGE,
            record.id().value(),
            record.title() + ", " + page + "/" + record.pages().size()),
        telling);
  }

  DeterminationId propose(Searched searched, Three by, Item item, Telling telling) {
    var sample = new SampleProposal();
    sample.reference = searched.reference();
    sample.item = item;
    sample.proposedBy = by.caseworker().id();
    sample.conclusion = new Conclusion.Apply(telling);
    sample.decidedOn = days.today();
    var proposal = sample.build();
    by.caseworker().acting().run(() -> exemptions.propose(proposal, by.caseworker()));
    return proposal.id();
  }

  /** A ground to withhold on: a determination in force on the first page of the record. */
  Ground determined(Searched searched, Three by, ReviewedRecord record, Telling telling) {
    return determined(searched, by, record, 1, telling);
  }

  /** A ground to withhold on: a determination in force on one page of the record. */
  Ground determined(Searched searched, Three by, ReviewedRecord record, int page, Telling telling) {
    var id = propose(searched, by, record, page, telling);
    return approve(searched, id, samples.officer("Nia Prys", Role.SENIOR), telling);
  }

  /** The same on whatever can be decided on. */
  Ground determined(Searched searched, Three by, Item item, Telling telling) {
    var id = propose(searched, by, item, telling);
    return approve(searched, id, samples.officer("Nia Prys", Role.SENIOR), telling);
  }

  Ground approve(Searched searched, DeterminationId id, Officer approver, Telling telling) {
    approver
        .acting()
        .run(() ->
            exemptions.approve(
                searched.reference(), id, approver, SampleProposal.approval(REASON, telling)));
    return new Ground("IMMIGRATION", id.value());
  }

  void withdraw(Searched searched, Ground ground) {
    var senior = samples.officer("Nia Prys", Role.SENIOR);
    var id = new DeterminationId(Objects.requireNonNull(ground.proposalId()));
    senior
        .acting()
        .run(() -> exemptions.withdraw(searched.reference(), id, senior, "No longer needed."));
  }

  public UUID prepare(CaseReference reference, Officer officer) {
    return officer.acting().call(() -> responses.prepare(reference, officer));
  }

  void approve(CaseReference reference, UUID pack, Officer officer) {
    officer.acting().run(() -> responses.approve(reference, pack, officer, REASON));
  }

  /** Releases a pack, whose time for recalling it is over at once. */
  void release(CaseReference reference, UUID pack, Officer officer) {
    officer.acting().run(() -> responses.release(reference, pack, officer));
    leave(pack);
  }

  /** Releases a pack an hour ahead of the database's time: that long it can be recalled. */
  public void releaseForLater(CaseReference reference, UUID pack, Officer officer) {
    clock.set(clock.instant().plus(Duration.ofHours(1)));
    officer.acting().run(() -> responses.release(reference, pack, officer));
    clock.reset();
  }

  void leave(UUID pack) {
    Patience.until(() -> leaves(pack));
  }

  /** Whether the log lets the pack leave. */
  boolean leaves(UUID pack) {
    return Acting.system().call(() -> departures.leave(pack));
  }

  public UUID approved(CaseReference reference, Three by) {
    var pack = prepare(reference, by.caseworker());
    approve(reference, pack, by.senior());
    return pack;
  }

  public UUID released(CaseReference reference, Three by) {
    var pack = approved(reference, by);
    release(reference, pack, by.releaser());
    return pack;
  }

  /** Releases the answer, and posts every letter. */
  public void answered(CaseReference reference, Three by) {
    released(reference, by);
    samples.post(reference, by.caseworker());
  }

  public byte[] pdf(CaseReference reference, UUID pack, Officer officer) {
    return samples.as(
        officer.acting(),
        () ->
            packs.of(reference).stream()
                .filter(each -> each.id().equals(pack))
                .map(each -> documents.read(each.document(), reference.value()))
                .findFirst()
                .orElseThrow());
  }
}
