package candour.platform.security;

import candour.platform.ExpectedUploads;
import candour.platform.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no file from strangers, but from those who were asked for one, and from browsers in which
 * somebody was signed in until a while ago ({@link KeptForms}): the body is turned away before any
 * of it is parsed, and whoever sent it is told so.
 */
class UploadsFromSignedIn extends OncePerRequestFilter {

  private static final Problem NOT_READ =
      new Problem(HttpServletResponse.SC_FORBIDDEN, "error.403.upload");

  private final ExpectedUploads expected;

  UploadsFromSignedIn(ExpectedUploads expected) {
    this.expected = expected;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (hasFiles(request) && who == null && !expected.expects(request)) {
      NOT_READ.answer(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A body of that type; without one there is nothing to be turned away. */
  private static boolean hasFiles(HttpServletRequest request) {
    boolean empty =
        request.getContentLengthLong() <= 0
            && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    return !empty && StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
  }
}
