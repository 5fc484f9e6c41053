package candour.casework;

import candour.casework.Wish.Wanted;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written when a requester changes their request, in their language. */
@Component
class WishLetters {

  private final Requests requests;
  private final Notices notices;
  private final SchedulerClient scheduler;
  private final OneTimeTask<Void> endedForYouTask;
  private final MessageSource words;

  WishLetters(
      Requests requests,
      Notices notices,
      SchedulerClient scheduler,
      OneTimeTask<Void> endedForYouTask,
      MessageSource words) {
    this.requests = requests;
    this.notices = notices;
    this.scheduler = scheduler;
    this.endedForYouTask = endedForYouTask;
    this.words = words;
  }

  /** The wish as a message of theirs. */
  String said(CaseReference reference, Wanted wanted, String more) {
    var said = word("wish-letter.", wanted, requests.summary(reference).language());
    return more.isBlank() ? said : said + "\n\n" + more.strip();
  }

  /** All that a request asked for, to be added to another. */
  String askedFor(SubjectAccessRequest asked, String number) {
    var locale = asked.language();
    var sought = asked.sought();
    var wants = sought.wants().stream().sorted().map(want -> word("case.want.", want, locale));
    var named = Stream.concat(sought.documents().stream(), wants).collect(Collectors.joining("\n"));
    var period = (sought.periodFrom() + " – " + sought.periodTo()).strip();
    return Stream.of(
            words.getMessage("wish-letter.joined", new Object[] {number}, locale),
            word("case.extent.", sought.extent(), locale),
            named,
            period.equals("–") ? "" : period,
            urgency(asked),
            sought.words())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private String urgency(SubjectAccessRequest asked) {
    var urgency = asked.urgency();
    return urgency == null
        ? ""
        : Stream.of(
                word("case.urgency.", urgency.cause(), asked.language()),
                urgency.when(),
                urgency.words())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n"));
  }

  /**
   * Confirms a withdrawal to whoever made the request, by whatever way reaches them, and has the
   * person told for whom they made it.
   */
  void withdrawn(CaseReference reference, UUID requesterId, LocalDate on) {
    var summary = requests.summary(reference);
    var date = DateTimeFormatter.ofPattern("d MMMM uuuu", summary.language()).format(on);
    var told =
        words.getMessage(
            "wish-letter.confirmed", new Object[] {summary.number(), date}, summary.language());
    notices.send(reference, requesterId, told);
    scheduler.scheduleIfNotExists(
        endedForYouTask.instance(reference.value().toString()), Instant.EPOCH);
  }

  private String word(String vocabulary, Enum<?> word, Locale locale) {
    var key = vocabulary + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.getMessage(key, null, locale);
  }
}
