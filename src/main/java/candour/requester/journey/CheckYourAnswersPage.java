package candour.requester.journey;

import candour.platform.Controller;
import candour.requester.journey.Answer.Line;
import candour.requester.journey.Answer.Row;
import candour.requester.tracking.Browsers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Reads every answer back before the request is made. */
@org.springframework.stereotype.Controller
class CheckYourAnswersPage {

  private final Submission submission;
  private final Browsers browsers;
  private final MessageSource messages;
  private final Controller controller;

  CheckYourAnswersPage(
      Submission submission, Browsers browsers, MessageSource messages, Controller controller) {
    this.submission = submission;
    this.browsers = browsers;
    this.messages = messages;
    this.controller = controller;
  }

  /** Answers that belong together, under a heading. */
  record Part(String heading, List<Checked> rows) {}

  /** An answer as it stands on the page, with the link to change it. */
  record Checked(String title, List<String> lines, List<Map<String, String>> actions) {}

  @GetMapping("/request/check-your-answers")
  String check(@CurrentDraft Draft draft, Locale locale, Model model) {
    model.addAttribute("parts", parts(draft, locale));
    model.addAttribute("enforcement", controller.enforcement());
    model.addAttribute("hasClock", WhoFor.hasClock(draft.answers()));
    return "requester/check-your-answers";
  }

  @PostMapping("/request/check-your-answers")
  String send(
      @CurrentDraft Draft draft,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    return "redirect:"
        + submission.send(draft.id(), locale, browsers.known(request, response)).next();
  }

  private List<Part> parts(Draft draft, Locale locale) {
    var parts = new ArrayList<Part>();
    Journey.pages(draft.answers())
        .forEach(page -> {
          if (page.part() != null) {
            parts.add(new Part("check-your-answers.part." + page.part(), new ArrayList<>()));
          }
          draft.answers().get(page.answer()).rows().stream()
              .map(row -> checked(row, draft.at(page.path()), locale))
              .forEach(parts.getLast().rows()::add);
        });
    return parts;
  }

  private Checked checked(Row row, String path, Locale locale) {
    var title = messages.getMessage(row.title(), null, locale);
    var change =
        Map.of(
            "href", path,
            "text", messages.getMessage("check-your-answers.change", null, locale),
            "visuallyHiddenText", title);
    return new Checked(
        title, row.lines().stream().map(line -> words(line, locale)).toList(), List.of(change));
  }

  private String words(Line line, Locale locale) {
    return switch (line) {
      case Line.Typed typed -> typed.words();
      case Line.Sentence said -> {
        var arguments =
            said.arguments().stream()
                .map(text -> messages.getMessage(text, null, text, locale))
                .toArray();
        yield messages.getMessage(said.key(), arguments, locale);
      }
    };
  }
}
