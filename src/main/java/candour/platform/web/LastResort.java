package candour.platform.web;

import candour.platform.Identifiers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Catches what nothing else caught: the person gets a page with a reference, the log the same
 * reference and where it happened. Messages of exceptions may quote personal data, so they are
 * logged at debug level only, which no live installation has on.
 */
@Component
@FilterRegistration(dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LastResort implements Filter {

  static final String REFERENCE = "candour.reference";

  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      answer(e, (HttpServletRequest) request, (HttpServletResponse) response);
    }
  }

  private static void answer(Throwable e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var unreadable = causes(e).filter(InvalidParameterException.class::isInstance).findFirst();
    if (unreadable.isPresent()) {
      var code = ((InvalidParameterException) unreadable.get()).getErrorCode();
      new Problem(code, Problem.UNREADABLE_FORM.sentence()).answer(request, response);
      return;
    }
    var reference = Identifiers.randomCode(8);
    LOG.error("Fault {} in {}", reference, withoutMessages(e));
    LOG.debug("Fault {}", reference, e);
    if (response.isCommitted()) {
      return;
    }
    request.setAttribute(REFERENCE, reference);
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      response.resetBuffer();
      response.setStatus(500);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println("Sorry, there is a problem with this service: " + reference);
    } else {
      response.sendError(500);
    }
  }

  private static String withoutMessages(Throwable e) {
    return causes(e)
        .map(cause ->
            cause.getClass().getName()
                + Arrays.stream(cause.getStackTrace())
                    .limit(30)
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\ncaused by "));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
