package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.response.Download;
import candour.response.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Hands over the answer to whoever has the code that reached them another way than the mail. */
@Controller
class AnswerPage {

  private static final String VIEW = "requester/answer";
  private static final String STATUS = "redirect:/my-request";

  private final Responses responses;
  private final ActingForOthers acting;

  AnswerPage(Responses responses, ActingForOthers acting) {
    this.responses = responses;
    this.acting = acting;
  }

  /** The code as typed. */
  record ReleaseCode(
      @NotEmpty(message = "{answer.code.missing}") @Size(max = 40, message = "{answer.code.long}")
          String code) {

    ReleaseCode(@Nullable String code) {
      this.code = code == null ? "" : code;
    }
  }

  /** The answer of this number, or the newest. */
  @GetMapping({"/my-request/answer", "/my-request/answer/{number}"})
  String ask(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable(required = false) @Nullable Integer number,
      Model model) {
    model.addAttribute("releaseCode", new ReleaseCode(null));
    return page(holder, number, model);
  }

  @PostMapping("/my-request/answer/{number}")
  Object download(
      @AuthenticationPrincipal RequestHolder holder,
      @PathVariable int number,
      @Valid ReleaseCode releaseCode,
      BindingResult errors,
      Model model) {
    if (errors.hasErrors()) {
      return page(holder, number, model);
    }
    return switch (responses.download(reference(holder), number, releaseCode.code())) {
      case Download.File file -> file(file);
      case Download.WrongCode wrong -> {
        errors.rejectValue(
            "code", "answer.code.wrong", new Object[] {wrong.triesLeft()}, "answer.code.wrong");
        yield page(holder, number, model);
      }
      case Download.Closed _ -> {
        errors.reject("answer.code.void");
        yield page(holder, number, model);
      }
      case Download.Erased _ -> {
        errors.reject("answer.erased");
        yield page(holder, number, model);
      }
      case Download.NotReleased _, Download.NotYet _ -> STATUS;
    };
  }

  @PostMapping("/my-request/answer/{number}/code")
  String newCode(@AuthenticationPrincipal RequestHolder holder, @PathVariable int number) {
    var page = "redirect:/my-request/answer/" + number;
    try {
      responses.sendNewCode(reference(holder), number);
      return page + "?sent";
    } catch (Refusal refused) {
      return page + "?" + refused.rule();
    }
  }

  private String page(RequestHolder holder, @Nullable Integer number, Model model) {
    var answers = responses.answers(reference(holder));
    var asked = number == null ? answers.size() : number;
    if (asked < 1 || asked > answers.size()) {
      return STATUS;
    }
    model.addAttribute("answer", answers.get(asked - 1));
    model.addAttribute("hasCode", acting.isSentTheCode(reference(holder), holder.requesterId()));
    model.addAttribute("others", answers.stream().filter(it -> it.number() != asked).toList());
    return VIEW;
  }

  private static CaseReference reference(RequestHolder holder) {
    return new CaseReference(holder.caseId());
  }

  /** As a file to keep: a page of somebody's records is never opened inside this portal. */
  private static ResponseEntity<byte[]> file(Download.File file) {
    var name = ContentDisposition.attachment().filename(file.name()).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(file.bytes());
  }
}
