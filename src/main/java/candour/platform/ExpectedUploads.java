package candour.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Knows the strangers who were asked for files: nobody else sends any without signing in. */
@FunctionalInterface
public interface ExpectedUploads {

  /** Asked before anything of the body is read. */
  boolean expects(HttpServletRequest request);
}
