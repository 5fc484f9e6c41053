package candour.requester.journey;

import candour.casework.Casework;
import candour.casework.Channel;
import candour.casework.Evidence;
import candour.casework.Opened;
import candour.casework.SubjectAccessRequest;
import candour.identity.AuthorityToAct;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.Representations;
import candour.identity.Requester;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.requester.journey.Draft.Sent;
import candour.requester.tracking.Browser;
import candour.requester.tracking.Telling;
import candour.requester.tracking.Welcome;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
  private final Evidence evidence;
  private final DraftFiles files;
  private final Welcome welcome;
  private final Telling telling;
  private final Days days;

  Submission(
      Drafts drafts,
      Identity identity,
      Representations representations,
      Casework casework,
      Evidence evidence,
      DraftFiles files,
      Welcome welcome,
      Telling telling,
      Days days) {
    this.drafts = drafts;
    this.identity = identity;
    this.representations = representations;
    this.casework = casework;
    this.evidence = evidence;
    this.files = files;
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
          var draft = drafts.hold(id).orElse(Draft.fresh(id));
          return draft.isComplete()
              ? open(
                  draft,
                  language,
                  asked -> casework.open(asked),
                  (holder, opened, requester) ->
                      welcome.send(holder, requester, opened.number(), browser))
              : draft;
        });
  }

  /**
   * Puts on record what an officer has entered, under their own name; once, as {@link #send}.
   *
   * @throws Refusal {@code own-request} if it is the officer's own
   */
  Draft enter(Draft entered, Entry entry, Officer officer) {
    return drafts.asOfficer(
        officer,
        () -> {
          var draft = drafts.hold(entered.id()).orElse(entered);
          return draft.isComplete()
              ? open(
                  draft,
                  entry.locale(),
                  asked -> casework.enter(asked, entry.arrival(), officer),
                  (holder, opened, requester) ->
                      welcome.sendEntered(
                          holder, requester, opened.number(), entry.receivedOn(), entry.byPost()))
              : draft;
        });
  }

  /** Tells whoever asked that it has come. */
  private interface Confirmation {
    void send(RequestHolder holder, Opened opened, Requester requester);
  }

  private Draft open(
      Draft draft,
      Locale language,
      Function<SubjectAccessRequest, Opened> record,
      Confirmation confirmation) {
    var answers = draft.answers();
    var subject = subject(answers);
    var requester = requester(answers, subject, language);
    var registered = identity.register(subject, requester, FindingYou.clues(answers, days.today()));
    var authority = authority(answers, subject);
    authority.ifPresent(it -> representations.claim(requester, it));
    var opened = record.apply(asked(draft, subject, requester));
    files.handOver(
        draft.id(), (file, position) -> evidence.bring(opened.reference(), position, file));
    confirmation.send(
        new RequestHolder(
            opened.reference().value(), registered.subjectId(), registered.requesterId()),
        opened,
        requester);
    authority.ifPresent(
        it -> telling.tell(opened.reference().value(), it, requester, subject.fullName()));
    return sent(draft, opened);
  }

  private Draft sent(Draft draft, Opened opened) {
    var reply = SafeContact.reply(draft.answers());
    var entry = draft.entry();
    var on = entry == null ? days.today() : entry.receivedOn();
    var sent = draft.as(new Sent(opened.number(), on, reply, WhoFor.hasClock(draft.answers())));
    drafts.sent(sent, opened.reference().value());
    return sent;
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

  private static SubjectAccessRequest asked(Draft draft, DataSubject subject, Requester requester) {
    var answers = draft.answers();
    return new SubjectAccessRequest(
        subject.id(),
        requester.id(),
        subject.fullName(),
        answers.get(Why.class).said(),
        WhatYouWant.sought(answers),
        answers.get(Urgent.class).said(),
        requester.language(),
        draft.entry() == null ? Channel.ONLINE : draft.entry().channel(),
        draft.entry() == null ? Declaration.VERSION : null);
  }
}
