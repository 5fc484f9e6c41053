package candour.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses text that cannot be kept: NUL, which PostgreSQL has no place for, and half characters
 * (lone surrogates, Unicode 3.8), which no encoding has.
 */
class PlainText implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return true;
    }
    var texts =
        request.getParameterMap().entrySet().stream()
            .flatMap(
                entry -> Stream.concat(Stream.of(entry.getKey()), Stream.of(entry.getValue())));
    if (texts.allMatch(PlainText::isReadable)) {
      return true;
    }
    Problem.UNREADABLE_TEXT.answer(request, response);
    return false;
  }

  static boolean isReadable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
  }
}
