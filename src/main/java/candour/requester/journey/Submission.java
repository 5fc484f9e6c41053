package candour.requester.journey;

import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Opened;
import candour.casework.SubjectAccessRequest;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.Requester;
import candour.platform.Days;
import candour.platform.RequestHolder;
import candour.requester.journey.Draft.Sent;
import candour.requester.tracking.Browser;
import candour.requester.tracking.Welcome;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the request: the person on record, the case opened, its receipt queued and the draft
 * emptied, all in one transaction or not at all.
 */
@Component
class Submission {

  private final Drafts drafts;
  private final Identity identity;
  private final Casework casework;
  private final Welcome welcome;
  private final Days days;

  Submission(Drafts drafts, Identity identity, Casework casework, Welcome welcome, Days days) {
    this.drafts = drafts;
    this.identity = identity;
    this.casework = casework;
    this.welcome = welcome;
    this.days = days;
  }

  /**
   * Sends a draft once, however often it is asked to; a draft that is not complete, or gone, is
   * left as it is.
   *
   * @param language what the person is to be written to in
   */
  Draft send(UUID id, Locale language, Browser browser) {
    return drafts.asVisitor(
        id,
        () -> {
          var draft = drafts.hold(id).orElse(new Draft(id, Answers.NONE, null));
          boolean complete = draft.sent() == null && Journey.firstOpen(draft.answers()).isEmpty();
          return complete ? open(draft, language, browser) : draft;
        });
  }

  private Draft open(Draft draft, Locale language, Browser browser) {
    var answers = draft.answers();
    var subject = subject(answers);
    var requester = requester(answers, subject, language);
    var registered = identity.register(subject, requester);
    var opened = casework.open(asked(answers, subject, requester));
    welcome.send(
        new RequestHolder(opened.reference().value(), registered.subjectId()),
        requester,
        opened.number(),
        subject.fullName(),
        browser);
    return sent(draft, opened);
  }

  private Draft sent(Draft draft, Opened opened) {
    var reply = draft.answers().get(HowToReachYou.class).reply();
    var sent = new Sent(opened.number(), days.today(), reply);
    drafts.sent(draft.id(), opened.reference().value(), sent);
    return new Draft(draft.id(), Answers.NONE, sent);
  }

  private DataSubject subject(Answers answers) {
    var name = answers.get(YourName.class);
    var born = answers.get(DateOfBirth.class).born(days.today());
    return DataSubject.named(name.fullName(), name.otherNames(), born);
  }

  private static Requester requester(Answers answers, DataSubject subject, Locale language) {
    var reach = answers.get(HowToReachYou.class);
    var showing = answers.get(ShowingWhoYouAre.class);
    return Requester.about(
        subject,
        reach.email(),
        reach.phone(),
        reach.address(),
        language,
        showing.routes(),
        showing.words());
  }

  private static SubjectAccessRequest asked(
      Answers answers, DataSubject subject, Requester requester) {
    var want = answers.get(WhatYouWant.class);
    var period = want.hasPeriod() ? answers.get(Period.class) : Period.BLANK;
    return new SubjectAccessRequest(
        subject.id(),
        requester.id(),
        subject.fullName(),
        answers.get(Why.class).said(),
        want.wants(),
        want.words(),
        period.start(),
        period.end(),
        requester.language(),
        Channel.ONLINE);
  }
}
