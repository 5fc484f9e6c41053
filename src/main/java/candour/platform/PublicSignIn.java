package candour.platform;

import candour.platform.security.Door;
import candour.platform.security.Factors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a member of the public into the one request whose one-time link they opened. */
@Component
public class PublicSignIn {

  PublicSignIn() {}

  /** From the next request on they are the holder of that request, for two hours at most. */
  public void open(RequestHolder holder, HttpServletRequest request, HttpServletResponse response) {
    Door.PUBLIC.open(
        Factors.authenticated(holder, List.of(Factors.LINK), List.of("REQUESTER")),
        request,
        response);
  }

  /** Ends that; the browser's drafts and other doors are left alone. */
  public void close(HttpServletRequest request, HttpServletResponse response) {
    Door.PUBLIC.close(request, response);
  }
}
