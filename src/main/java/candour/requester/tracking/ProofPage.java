package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.platform.RequestHolder;
import candour.requester.tracking.AnswerPage.ReleaseCode;
import candour.response.Download;
import candour.response.Responses;
import jakarta.validation.Valid;
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

/** Hands over the proof that the answer is in the decision log, and says how to check it. */
@Controller
class ProofPage {

  private static final String VIEW = "requester/proof";
  private static final String STATUS = "redirect:/my-request";

  private final Responses responses;

  ProofPage(Responses responses) {
    this.responses = responses;
  }

  @GetMapping("/my-request/proof")
  String ask(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("releaseCode", new ReleaseCode(null));
    return page(holder, model);
  }

  @PostMapping("/my-request/proof")
  Object download(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid ReleaseCode releaseCode,
      BindingResult errors,
      Model model) {
    if (errors.hasErrors()) {
      return page(holder, model);
    }
    switch (responses.proof(reference(holder), releaseCode.code())) {
      case Download.File file -> {
        return file(file);
      }
      case Download.WrongCode wrong ->
          errors.rejectValue(
              "code", "answer.code.wrong", new Object[] {wrong.triesLeft()}, "answer.code.wrong");
      case Download.Closed _ -> errors.reject("answer.code.void");
      case Download.Erased _ -> errors.reject("proof.erased");
      case Download.NotYet _ -> errors.reject("proof.not-yet");
      case Download.NotReleased _ -> {
        return STATUS;
      }
    }
    return page(holder, model);
  }

  private String page(RequestHolder holder, Model model) {
    var answers = responses.answers(reference(holder));
    if (answers.isEmpty()) {
      return STATUS;
    }
    model.addAttribute("answer", answers.getLast());
    return VIEW;
  }

  private static CaseReference reference(RequestHolder holder) {
    return new CaseReference(holder.caseId());
  }

  private static ResponseEntity<byte[]> file(Download.File file) {
    var name = ContentDisposition.attachment().filename(file.name()).build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(file.bytes());
  }
}
