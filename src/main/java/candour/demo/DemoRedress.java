package candour.demo;

import static java.util.Objects.requireNonNull;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Complaint.Cause;
import candour.casework.Complaints;
import candour.casework.Correction.Asked;
import candour.casework.Corrections;
import candour.casework.Extent;
import candour.casework.Purpose;
import candour.casework.Sought;
import candour.casework.SubjectAccessRequest;
import candour.casework.Want;
import candour.identity.Clue;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.IdentityRoute;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.RequestHolder;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody invented who asked, is not content with how they were treated, and found a date that is
 * wrong: at first start, so that officers have a complaint and a correction to look into.
 */
@Component
@Profile("demo")
class DemoRedress implements ApplicationRunner {

  private static final DataSubject WHO =
      DataSubject.named("Joyce Adeline Bright", "Joyce Marlowe", PartialDate.of(1951, Month.APRIL));

  private final Identity identity;
  private final Casework casework;
  private final Complaints complaints;
  private final Corrections corrections;
  private final TransactionTemplate transaction;

  DemoRedress(
      Identity identity,
      Casework casework,
      Complaints complaints,
      Corrections corrections,
      PlatformTransactionManager transactions) {
    this.identity = identity;
    this.casework = casework;
    this.complaints = complaints;
    this.corrections = corrections;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (Acting.system().call(() -> identity.subjectsNamed(WHO.fullName())).isEmpty()) {
      var holder =
          Acting.visitor(Identifiers.next())
              .call(() -> requireNonNull(transaction.execute(_ -> asks())));
      holder.acting().run(() -> transaction.executeWithoutResult(_ -> isNotContent(holder)));
    }
  }

  private RequestHolder asks() {
    var requester =
        Requester.about(
            WHO,
            "joyce.bright@example.org",
            null,
            null,
            Locale.ENGLISH,
            Showing.by(Set.of(IdentityRoute.TALK_TO_ME), ""));
    var arrival =
        new Clue.Arrival(
            "SS Ascania", "Southampton", PartialDate.of(1962, Month.MARCH), "With my aunt Ivy.");
    var registered = identity.register(WHO, requester, List.of(arrival));
    var sought =
        new Sought(
            Extent.FILES,
            List.of(),
            Set.of(Want.LANDING_CARD, Want.PAPER_FILE),
            "Whatever shows when I came.",
            "1962",
            "");
    var opened =
        casework.open(
            new SubjectAccessRequest(
                registered.subjectId(),
                registered.requesterId(),
                WHO.fullName(),
                Purpose.APPLICATION,
                sought,
                null,
                Locale.ENGLISH,
                Channel.ONLINE,
                null));
    return new RequestHolder(
        opened.reference().value(), registered.subjectId(), registered.requesterId());
  }

  private void isNotContent(RequestHolder holder) {
    var reference = new CaseReference(holder.caseId());
    complaints.complain(
        reference,
        Set.of(Cause.TREATMENT),
        "I rang three times before I asked here, and each time somebody else told me something else.");
    corrections.ask(
        reference,
        new Asked(
            null,
            false,
            "Your letter of 3 May says that I came in 1972. I came in March 1962.",
            "That I came in March 1962"));
  }
}
