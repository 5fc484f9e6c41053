package candour.requester.tracking;

import candour.platform.PublicSignIn;
import candour.requester.tracking.Links.Opening;
import jakarta.servlet.http.HttpServletRequest;
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

/**
 * Where a mailed link leads. Looking changes nothing, for mail scanners look too; the button opens.
 */
@Controller
class OpenPage {

  private static final String VIEW = "requester/open";
  private static final String GONE = "requester/link-gone";

  private final Links links;
  private final Browsers browsers;
  private final PublicSignIn signIn;

  OpenPage(Links links, Browsers browsers, PublicSignIn signIn) {
    this.links = links;
    this.browsers = browsers;
    this.signIn = signIn;
  }

  /** The code that the asking browser shows; empty in that browser itself. */
  record LinkCode(@Size(max = 20, message = "{open.code.wrong}") String code) {

    LinkCode(@Nullable String code) {
      this.code = code == null ? "" : code;
    }
  }

  @GetMapping("/my-request/open/{token}")
  String look(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("linkCode", new LinkCode(null));
    return switch (links.look(token, browsers.find(request).orElse(null))) {
      case Opening.Opened _ -> VIEW;
      case Opening.NeedsCode _ -> withCode(model);
      case Opening.Gone _ -> gone(response);
    };
  }

  @PostMapping("/my-request/open/{token}")
  String open(
      @PathVariable String token,
      @Valid LinkCode linkCode,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (errors.hasErrors()) {
      return withCode(model);
    }
    return switch (links.open(token, browsers.find(request).orElse(null), linkCode.code())) {
      case Opening.Opened(var holder) -> "redirect:" + signIn.open(holder, request, response);
      case Opening.NeedsCode(var wrong) -> {
        errors.rejectValue("code", wrong ? "open.code.wrong" : "open.code.missing");
        yield withCode(model);
      }
      case Opening.Gone _ -> gone(response);
    };
  }

  private static String withCode(Model model) {
    model.addAttribute("needsCode", true);
    return VIEW;
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return GONE;
  }
}
