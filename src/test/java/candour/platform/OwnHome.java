package candour.platform;

import java.nio.file.Path;
import java.time.Clock;

/** A home and days outside any running portal, for tests of what is kept in one. */
public final class OwnHome {

  private OwnHome() {}

  public static Home in(Path folder) {
    return new Home(folder);
  }

  public static Days days(Clock clock) {
    return new Days(clock);
  }
}
