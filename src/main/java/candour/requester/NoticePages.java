package candour.requester;

import candour.platform.Controller;
import candour.platform.Cookies;
import candour.platform.Statements;
import candour.platform.Statements.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What everybody may want to know before asking: privacy, accessibility, cookies and where to
 * write.
 */
@org.springframework.stereotype.Controller
class NoticePages {

  private static final List<String> COOKIES =
      List.of(
          "candour-draft",
          "candour-browser",
          "candour-again-public",
          "candour-again-staff",
          "candour-again-committee",
          "form",
          "lang");

  private final Controller controller;
  private final Statements statements;
  private final List<NamedCookie> named;

  NoticePages(
      Controller controller,
      Statements statements,
      Cookies cookies,
      @Value("${server.servlet.session.cookie.name}") String session) {
    this.controller = controller;
    this.statements = statements;
    this.named =
        Stream.concat(
                COOKIES.stream().map(key -> new NamedCookie(key, cookies.full(key))),
                Stream.of(new NamedCookie("candour", session)))
            .toList();
  }

  /** A cookie of ours, and what a browser calls it. */
  record NamedCookie(String key, String name) {}

  @ModelAttribute
  void controller(Locale language, Model model) {
    model.addAttribute("controller", controller);
    model.addAttribute("statements", statements);
    model.addAttribute("protectionOfficer", statements.protectionOfficer().in(language));
    model.addAttribute("commissioner", statements.commissioner().in(language));
  }

  @GetMapping("/privacy")
  String privacy(Locale language, Model model) {
    model.addAttribute("recipients", in(language, statements.recipients()));
    return "requester/privacy";
  }

  @GetMapping("/accessibility")
  String accessibility(Locale language, Model model) {
    model.addAttribute("knownFaults", in(language, statements.knownFaults()));
    model.addAttribute("testedBy", statements.testedBy().in(language));
    model.addAttribute("country", controller.inNorthernIreland() ? "NI" : "GB");
    return "requester/accessibility";
  }

  @GetMapping("/cookies")
  String cookies(Model model) {
    model.addAttribute("cookies", named);
    return "requester/cookies";
  }

  @GetMapping("/contact")
  String contact() {
    return "requester/contact";
  }

  private static List<String> in(Locale language, List<Words> words) {
    return words.stream().map(each -> each.in(language)).toList();
  }
}
