package candour.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Faults of ours: a page with a reference for the person, the same for us, and nobody's words. */
@ExtendWith(OutputCaptureExtension.class)
class LastResortTests {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_fault_is_logged_under_its_reference_without_what_people_wrote(CapturedOutput log)
      throws Exception {
    fail(new ServletException(new IllegalStateException("Failing row contains (Beryl Campbell)")));
    assertThat(response.getStatus()).isEqualTo(500);
    var reference = String.valueOf(request.getAttribute(LastResort.REFERENCE));
    assertThat(reference).hasSize(8);
    assertThat(log.getOut())
        .contains(reference, "caused by java.lang.IllegalStateException", "LastResortTests")
        .doesNotContain("Beryl");
  }

  @Test
  void a_request_that_cannot_be_read_is_not_a_fault(CapturedOutput log) throws Exception {
    fail(new ServletException(new InvalidParameterException("too big", 413)));
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(log.getOut()).isEmpty();
  }

  @Test
  void a_fault_in_the_error_page_still_gets_an_answer() throws Exception {
    request.setDispatcherType(DispatcherType.ERROR);
    fail(new IllegalStateException());
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString())
        .startsWith("Sorry, there is a problem with this service: ");
  }

  private void fail(Exception fault) throws Exception {
    new LastResort()
        .doFilter(
            request,
            response,
            (_, _) -> {
              if (fault instanceof RuntimeException unchecked) {
                throw unchecked;
              }
              throw (ServletException) fault;
            });
  }
}
