package candour.platform.web;

import candour.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Which error page answers what goes wrong in a page; whatever is not here is a fault of ours. */
@ControllerAdvice
class Problems {

  @ExceptionHandler
  void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new Problem(409, "refusal." + refusal.rule()).answer(request, response);
  }

  /** The database's own words hold the row, so they go nowhere. */
  @ExceptionHandler
  void conflicting(
      DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem.CONFLICT.answer(request, response);
  }

  @ExceptionHandler
  void missing(EmptyResultDataAccessException e, HttpServletResponse response) throws IOException {
    response.sendError(404);
  }

  @ExceptionHandler
  void mistyped(MethodArgumentTypeMismatchException e, HttpServletResponse response)
      throws IOException {
    response.sendError(e.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400);
  }

  @ExceptionHandler
  void tooLarge(MaxUploadSizeExceededException e, HttpServletResponse response) throws IOException {
    response.sendError(413);
  }

  @ExceptionHandler
  void broken(MultipartException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem.UNREADABLE_FORM.answer(request, response);
  }
}
