package candour.requester.journey;

import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Opened;
import candour.casework.SubjectAccessRequest;
import candour.identity.AuthorityToAct;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.Representations;
import candour.identity.Requester;
import candour.platform.Days;
import candour.platform.RequestHolder;
import candour.requester.journey.Draft.Sent;
import candour.requester.tracking.Browser;
import candour.requester.tracking.Telling;
import candour.requester.tracking.Welcome;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
  private final Representations representations;
  private final Casework casework;
  private final Welcome welcome;
  private final Telling telling;
  private final Days days;

  Submission(
      Drafts drafts,
      Identity identity,
      Representations representations,
      Casework casework,
      Welcome welcome,
      Telling telling,
      Days days) {
    this.drafts = drafts;
    this.identity = identity;
    this.representations = representations;
    this.casework = casework;
    this.welcome = welcome;
    this.telling = telling;
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
    var registered = identity.register(subject, requester, FindingYou.clues(answers, days.today()));
    var authority = authority(answers, subject);
    authority.ifPresent(it -> representations.claim(requester, it));
    var opened = casework.open(asked(answers, subject, requester));
    welcome.send(
        new RequestHolder(
            opened.reference().value(), registered.subjectId(), registered.requesterId()),
        requester,
        opened.number(),
        browser);
    authority.ifPresent(
        it -> telling.tell(opened.reference().value(), it, requester, subject.fullName()));
    return sent(draft, opened);
  }

  private Draft sent(Draft draft, Opened opened) {
    var reply = SafeContact.reply(draft.answers());
    var sent = new Sent(opened.number(), days.today(), reply, WhoFor.hasClock(draft.answers()));
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
    return Requester.about(
            subject,
            reach.email(),
            reach.phone(),
            reach.address(),
            language,
            answers.get(ShowingWhoYouAre.class).showing())
        .as(
            answers
                .find(AboutYou.class)
                .map(you -> you.representative(WhoFor.capacity(answers)))
                .orElse(null))
        .minding(answers.get(SafeContact.class).precautions());
  }

  private Optional<AuthorityToAct> authority(Answers answers, DataSubject subject) {
    return answers.find(YourAuthority.class).map(it -> authority(it, answers, subject));
  }

  private AuthorityToAct authority(YourAuthority said, Answers answers, DataSubject subject) {
    var child = answers.find(Child.class).map(Child::word).orElse(null);
    var today = days.today();
    var ends = child == null ? said.endsOn(today) : subject.stillChild(said.endsOn(today));
    var starts = said.startsOn(today);
    return AuthorityToAct.claimed(
        Objects.requireNonNull(said.basis()),
        said.words(),
        Objects.requireNonNull(said.scope()),
        starts.isAfter(ends) ? ends : starts,
        ends,
        child,
        answers.find(ReachingThem.class).map(ReachingThem::reach).orElse(Reach.NOBODY));
  }

  private static SubjectAccessRequest asked(
      Answers answers, DataSubject subject, Requester requester) {
    return new SubjectAccessRequest(
        subject.id(),
        requester.id(),
        subject.fullName(),
        answers.get(Why.class).said(),
        WhatYouWant.sought(answers),
        requester.language(),
        Channel.ONLINE);
  }
}
