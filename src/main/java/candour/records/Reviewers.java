package candour.records;

import candour.platform.Officer;
import org.springframework.security.access.AccessDeniedException;

/** Who collects records and decides on their pages. */
final class Reviewers {

  private Reviewers() {}

  /**
   * Lets pass only officers who work on cases.
   *
   * @throws AccessDeniedException for others
   */
  static void require(Officer officer) {
    if (!officer.worksOnCases()) {
      throw new AccessDeniedException("Does not work on cases");
    }
  }
}
