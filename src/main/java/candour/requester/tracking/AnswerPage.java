package candour.requester.tracking;

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
import org.springframework.web.bind.annotation.PostMapping;

/** Hands over the answer to whoever has the code that reached them another way than the mail. */
@Controller
class AnswerPage {

  private static final String VIEW = "requester/answer";
  private static final String STATUS = "redirect:/my-request";

  private final Responses responses;

  AnswerPage(Responses responses) {
    this.responses = responses;
  }

  /** The code as typed. */
  record ReleaseCode(
      @NotEmpty(message = "{answer.code.missing}") @Size(max = 40, message = "{answer.code.long}")
          String code) {

    ReleaseCode(@Nullable String code) {
      this.code = code == null ? "" : code;
    }
  }

  @GetMapping("/my-request/answer")
  String ask(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("releaseCode", new ReleaseCode(null));
    return page(holder, model);
  }

  @PostMapping("/my-request/answer")
  Object download(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid ReleaseCode releaseCode,
      BindingResult errors,
      Model model) {
    if (errors.hasErrors()) {
      return page(holder, model);
    }
    return switch (responses.download(reference(holder), releaseCode.code())) {
      case Download.File file -> file(file);
      case Download.WrongCode wrong -> {
        errors.rejectValue(
            "code", "answer.code.wrong", new Object[] {wrong.triesLeft()}, "answer.code.wrong");
        yield page(holder, model);
      }
      case Download.Void _ -> {
        errors.reject("answer.code.void");
        yield page(holder, model);
      }
      case Download.NotReleased _, Download.NotYet _ -> STATUS;
    };
  }

  @PostMapping("/my-request/answer/code")
  String newCode(@AuthenticationPrincipal RequestHolder holder, Model model) {
    try {
      responses.sendNewCode(reference(holder));
      return "redirect:/my-request/answer?sent";
    } catch (Refusal refused) {
      return "redirect:/my-request/answer?" + refused.rule();
    }
  }

  private String page(RequestHolder holder, Model model) {
    var answer = responses.answer(reference(holder));
    answer.ifPresent(it -> model.addAttribute("answer", it));
    return answer.isPresent() ? VIEW : STATUS;
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
