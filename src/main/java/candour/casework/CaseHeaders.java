package candour.casework;

import candour.identity.Identity;
import candour.identity.Lookalikes;
import candour.platform.Days;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Puts {@code caseHeader} above every page under {@code /staff/cases/{reference}}, in whichever
 * module the page lives.
 */
@ControllerAdvice(annotations = Controller.class)
class CaseHeaders {

  private final Casework casework;
  private final ActingForOthers acting;
  private final Identity identity;
  private final Parties parties;
  private final PrecautionWords precautions;
  private final Days days;
  private final MessageSource messages;

  CaseHeaders(
      Casework casework,
      ActingForOthers acting,
      Identity identity,
      Parties parties,
      PrecautionWords precautions,
      Days days,
      MessageSource messages) {
    this.casework = casework;
    this.acting = acting;
    this.identity = identity;
    this.parties = parties;
    this.precautions = precautions;
    this.days = days;
    this.messages = messages;
  }

  @ModelAttribute
  void addHeader(
      @PathVariable(required = false) @Nullable CaseReference reference,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    if (reference != null && request.getRequestURI().startsWith("/staff/cases/")) {
      model.addAttribute("caseHeader", header(casework.summary(reference), locale));
    }
  }

  private CaseHeader header(CaseSummary summary, Locale locale) {
    return new CaseHeader(
        summary.reference(),
        summary.number(),
        summary.subjectName(),
        askedBy(summary.reference(), locale),
        mind(summary, locale),
        summary.guarded(),
        summary.urgent() && summary.isOpen(),
        summary.reopenedOn() != null,
        summary.stage(),
        summary.allocatedTo(),
        summary.dueOn(),
        dueWords(summary, locale));
  }

  /**
   * Names that are not what they look like; then of whoever asked, and of the person themselves
   * where they follow what somebody else asked for. Where those are two, each sentence says whose.
   */
  private List<String> mind(CaseSummary summary, Locale locale) {
    var asker = identity.requester(summary.requesterId());
    var asked =
        precautions.words(asker, locale).stream()
            .map(it -> asker.representative() == null ? it : whose("asker", it, locale));
    var persons =
        parties.of(summary.reference()).stream()
            .flatMap(it -> precautions.words(identity.requester(it), locale).stream())
            .map(it -> whose("person", it, locale));
    var names = lookalikes(summary).map(it -> messages.getMessage(it, null, locale));
    return Stream.of(names, asked, persons).flatMap(it -> it).toList();
  }

  /** Each name by itself: people may write the same one in two alphabets. */
  private Stream<String> lookalikes(CaseSummary summary) {
    var others = identity.subject(summary.subjectId()).allOtherNames();
    return Stream.concat(
        Stream.of("case-header.lookalike").filter(_ -> Lookalikes.in(summary.subjectName())),
        Stream.of("case-header.lookalike-other")
            .filter(_ -> others.stream().anyMatch(Lookalikes::in)));
  }

  private String whose(String who, String sentence, Locale locale) {
    return messages.getMessage("case-header." + who, new Object[] {sentence}, locale);
  }

  private @Nullable String askedBy(CaseReference reference, Locale locale) {
    return acting
        .of(reference)
        .map(it ->
            messages.getMessage(
                "case-header.asked-by." + it.on(days.today()), new Object[] {it.name()}, locale))
        .orElse(null);
  }

  private String dueWords(CaseSummary summary, Locale locale) {
    if (summary.answeredOn() != null) {
      return words(ended(summary.outcome()), summary.answeredOn(), locale);
    }
    if (!summary.hasClock()) {
      return words("case-header.courtesy", summary.listedDueOn(), locale);
    }
    if (summary.dueOn() == null) {
      return words("case-header.paused", summary.listedDueOn(), locale);
    }
    var overdue = summary.isOverdueOn(days.today());
    return words(overdue ? "case-header.overdue" : "case-header.due", summary.dueOn(), locale);
  }

  private static String ended(@Nullable Outcome outcome) {
    if (outcome == Outcome.JOINED) {
      return "case-header.joined";
    }
    return outcome == Outcome.WITHDRAWN ? "case-header.withdrawn" : "case-header.answered";
  }

  private String words(String key, LocalDate date, Locale locale) {
    var written = DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    return messages.getMessage(key, new Object[] {written}, locale);
  }
}
