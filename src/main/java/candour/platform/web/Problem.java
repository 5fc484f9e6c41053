package candour.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Something that the error page explains: its status, and the message key of the sentence that says
 * why.
 */
public record Problem(int status, String sentence) {

  static final Problem UNREADABLE_FORM = new Problem(400, "error.400.unreadable-form");
  static final Problem CONFLICT = new Problem(409, "error.409.conflict");

  static final String SENTENCE = "candour.sentence";

  /** Sends the error page of this status, with that sentence. */
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    request.setAttribute(SENTENCE, sentence);
    response.sendError(status);
  }
}
