package candour.requester.journey;

import candour.platform.Cookies;
import candour.requester.journey.DraftLinks.Return;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the link to a saved draft leads; looking changes nothing, for mail scanners look too. */
@Controller
class ReturnPage {

  static final String PATH = "/request/return/";
  private static final String VIEW = "requester/return";
  private static final String GONE = "requester/return-gone";

  private final DraftLinks links;
  private final Cookies cookies;

  ReturnPage(DraftLinks links, Cookies cookies) {
    this.links = links;
    this.cookies = cookies;
  }

  /** The code that was shown when the answers were saved. */
  record SavedCode(@Size(max = 20, message = "{return.code.wrong}") String code) {

    SavedCode(@Nullable String code) {
      this.code = Answer.text(code);
    }
  }

  @GetMapping(PATH + "{token}")
  String look(@PathVariable String token, HttpServletResponse response, Model model) {
    model.addAttribute("savedCode", new SavedCode(null));
    return links.leadsOn(token) ? VIEW : gone(response);
  }

  @PostMapping(PATH + "{token}")
  String open(
      @PathVariable String token,
      @Valid SavedCode savedCode,
      BindingResult errors,
      HttpServletResponse response) {
    if (!errors.hasErrors() && savedCode.code().isBlank()) {
      errors.rejectValue("code", "return.code.missing");
    }
    if (errors.hasErrors()) {
      return links.leadsOn(token) ? VIEW : gone(response);
    }
    return switch (links.follow(token, savedCode.code())) {
      case Return.Found(var draft) -> {
        cookies.keep(response, Gate.COOKIE, draft.id().toString(), Drafts.LIFE);
        yield "redirect:" + draft.next();
      }
      case Return.WrongCode() -> {
        errors.rejectValue("code", "return.code.wrong");
        yield VIEW;
      }
      case Return.Gone() -> gone(response);
    };
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return GONE;
  }
}
