package candour.bench;

import candour.platform.PublicSignIn;
import candour.platform.RequestHolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets the benchmark in as a requester without a mailed link: the session is the same. */
@RestController
@Profile("bench")
class OpenDoor {

  private final PublicSignIn signIn;

  OpenDoor(PublicSignIn signIn) {
    this.signIn = signIn;
  }

  @GetMapping("/bench/requester")
  String requester(
      @RequestParam UUID caseId,
      @RequestParam UUID subjectId,
      @RequestParam UUID requesterId,
      HttpServletRequest request,
      HttpServletResponse response) {
    signIn.open(new RequestHolder(caseId, subjectId, requesterId), request, response);
    return caseId.toString();
  }
}
