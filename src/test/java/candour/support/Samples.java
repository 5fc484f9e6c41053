package candour.support;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Extent;
import candour.casework.Opened;
import candour.casework.Purpose;
import candour.casework.Sought;
import candour.casework.SubjectAccessRequest;
import candour.casework.Want;
import candour.identity.Clue;
import candour.identity.Clue.Passport.Whose;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.IdentityRoute;
import candour.identity.PartialDate;
import candour.identity.Registered;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Account.Kind;
import candour.platform.AccountEvent.AccountCreated;
import candour.platform.Acting;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.RequestHolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finished people, officers and cases, made the way the portal makes them. */
@Component
public class Samples {

  /** What helps to find the records of everybody here: one of each kind. */
  static final List<Clue> CLUES =
      List.of(
          new Clue.Reference(Clue.Reference.Of.HOME_OFFICE, "C 1234567/2"),
          new Clue.Passport(Whose.PARENTS, "J 90 210", "British Guiana", "Ada Campbell"),
          new Clue.Arrival(
              "SS Ascania", "Port Said", PartialDate.of(1962, Month.JUNE), "With an aunt"),
          new Clue.Addresses("12 Railton Road"),
          new Clue.Born(PartialDate.unknown("the year of the storm")),
          new Clue.Nationality("British subject"));

  private final Identity identity;
  private final Casework casework;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Samples(
      Identity identity,
      Casework casework,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this.identity = identity;
    this.casework = casework;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
  }

  /** A case about an ordinary request, opened now by a visitor. */
  public CaseReference generalCase() {
    return open(Purpose.APPLICATION).reference();
  }

  /** A case in which somebody wants to prove their status, opened now by a visitor. */
  public CaseReference guardedCase() {
    return open(Purpose.PROVE_STATUS).reference();
  }

  public Opened open(Purpose purpose) {
    return as(
        Acting.visitor(Identifiers.next()), () -> casework.open(request(register(), purpose)));
  }

  /** Puts somebody who was born in 1956, on a day nobody wrote down, on record. */
  public Registered register() {
    var subject =
        DataSubject.named(
            "Beryl Constance Campbell", "Beryl Grant", PartialDate.of(1956, Month.MAY));
    return identity.register(
        subject,
        Requester.about(
            subject,
            "beryl.campbell@example.org",
            null,
            null,
            Locale.ENGLISH,
            Showing.by(
                Set.of(IdentityRoute.SOMEONE_WHO_KNOWS_ME),
                "My former teacher has known me since 1964.")),
        CLUES);
  }

  public static SubjectAccessRequest request(Registered who, Purpose purpose) {
    return new SubjectAccessRequest(
        who.subjectId(),
        who.requesterId(),
        "Beryl Constance Campbell",
        purpose,
        new Sought(
            Extent.FILES,
            List.of(),
            EnumSet.of(Want.LANDING_CARD, Want.PAPER_FILE),
            "Whatever shows when I arrived.",
            "1962",
            "1973"),
        null,
        Locale.ENGLISH,
        Channel.ONLINE,
        null);
  }

  /** The same request, made in this name. */
  public static SubjectAccessRequest named(String name, SubjectAccessRequest asked) {
    return new SubjectAccessRequest(
        asked.subjectId(),
        asked.requesterId(),
        name,
        asked.purpose(),
        asked.sought(),
        asked.urgency(),
        asked.language(),
        asked.channel(),
        asked.declared());
  }

  /** A small picture. */
  public static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private record Posted(UUID caseId, UUID officerId) implements Fact {
    @Override
    public String factClass() {
      return "letter.posted";
    }
  }

  /** Posts every letter of a case, as officers do one by one. */
  public void post(CaseReference reference, Officer officer) {
    as(
        Acting.system(),
        () -> {
          jdbc.sql(
                  "update notifications.letter set posted_at = now(), posted_by = :by where case_id = :case")
              .param("by", officer.id())
              .param("case", reference.value())
              .update();
          events.publishEvent(new Posted(reference.value(), officer.id()));
          return reference;
        });
  }

  /** An officer of this name with an account and these roles. */
  public Officer officer(String name, Role... roles) {
    var officer = new Officer(Identifiers.next(), name, Set.of(roles));
    as(
        Acting.system(),
        () -> {
          jdbc.sql(
                  "insert into platform.account (account_id, kind, username, display_name)"
                      + " values (:id, 'OFFICER', :username, :name)")
              .param("id", officer.id())
              .param("username", officer.id().toString())
              .param("name", name)
              .update();
          for (var role : roles) {
            jdbc.sql("insert into platform.account_role (account_id, role) values (:id, :role)")
                .param("id", officer.id())
                .param("role", role.name())
                .update();
          }
          events.publishEvent(new AccountCreated(officer.id(), Kind.OFFICER, List.of(roles)));
          return officer;
        });
    return officer;
  }

  /** The requester of a case, as signed in to it. */
  public RequestHolder holderOf(CaseReference reference) {
    var facts = as(Acting.system(), () -> casework.facts(reference));
    return new RequestHolder(reference.value(), facts.subjectId(), facts.requesterId());
  }

  /** The classes of what the log has about a case, the earliest first. */
  public List<String> logged(CaseReference reference) {
    return as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select class from audit.entry where case_id = :case order by recorded_at, entry_id")
                .param("case", reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }

  /** The case of which this is the number. */
  public CaseReference numbered(String number) {
    return as(Acting.system(), () -> casework.numbered(number).orElseThrow());
  }

  /** Everybody who is reached at this e-mail address now. */
  public List<UUID> reachedAt(String email) {
    return as(
        Acting.system(), () -> identity.reachedAt(email).stream().map(Requester::id).toList());
  }

  /** Does the work in one transaction of this actor. */
  public void run(Acting acting, Runnable work) {
    acting.run(() -> transaction.executeWithoutResult(_ -> work.run()));
  }

  /** Runs the work in one transaction of this actor. */
  public <T extends @Nullable Object> T as(Acting acting, Supplier<T> work) {
    return acting.call(() -> transaction.execute(_ -> work.get()));
  }
}
