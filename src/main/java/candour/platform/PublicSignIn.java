package candour.platform;

import candour.platform.security.Door;
import candour.platform.security.Factors;
import candour.platform.security.KeptForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Lets a member of the public into the one request whose one-time link they opened. */
@Component
public class PublicSignIn {

  private final KeptForms kept;

  PublicSignIn(KeptForms kept) {
    this.kept = kept;
  }

  /**
   * From the next request on they are the holder of that request, for a day at most, as long as
   * they say every two hours that they are there.
   *
   * @return the path where they go on
   */
  public String open(
      RequestHolder holder, HttpServletRequest request, HttpServletResponse response) {
    Door.PUBLIC.open(Factors.byLink(holder, "REQUESTER"), request, response);
    return kept.welcome(Door.PUBLIC, holder, request, response);
  }
}
