package candour.platform.web;

import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which ways the layouts show to whoever is signed in.
 *
 * @param anybody whether there is somebody to sign out
 */
record SignedIn(
    boolean anybody, boolean worklist, boolean disclosures, boolean letters, boolean accounts) {

  static SignedIn of(@Nullable Object principal) {
    return switch (principal) {
      case Officer officer -> {
        var caseworks =
            officer.is(Role.CASEWORKER) || officer.is(Role.SENIOR) || officer.is(Role.RELEASER);
        var disclosures = officer.is(Role.DISCLOSURES);
        yield new SignedIn(
            true, caseworks || disclosures, disclosures, caseworks, officer.is(Role.ADMINISTRATOR));
      }
      case Acting.Bearer _ -> new SignedIn(true, false, false, false, false);
      case null, default -> new SignedIn(false, false, false, false, false);
    };
  }
}
