package candour.identity;

import java.util.Set;

/**
 * How somebody offers to show who they are; what is said of a way that they do not offer is
 * dropped.
 *
 * @param papers which of the list; at least two where two of it are offered
 * @param referee the name of somebody who knows them; perhaps empty
 * @param refereeReach how to reach that person, in their words; perhaps empty
 * @param words what else they say about it; perhaps empty
 */
public record Showing(
    Set<IdentityRoute> routes,
    Set<Paper> papers,
    String referee,
    String refereeReach,
    String words) {

  /** Nobody has said yet. */
  public static final Showing NOT_SAID = Showing.by(Set.of(), "");

  public static final int PAPERS_NEEDED = 2;

  public Showing {
    var known = routes.contains(IdentityRoute.SOMEONE_WHO_KNOWS_ME);
    routes = Set.copyOf(routes);
    papers = routes.contains(IdentityRoute.TWO_OF_A_LIST) ? Set.copyOf(papers) : Set.of();
    referee = known ? referee : "";
    refereeReach = known ? refereeReach : "";
    if (routes.contains(IdentityRoute.TWO_OF_A_LIST) && papers.size() < PAPERS_NEEDED) {
      throw new IllegalArgumentException("Two of a list are at least two");
    }
  }

  /** In these ways, none of them with more to say. */
  public static Showing by(Set<IdentityRoute> routes, String words) {
    return new Showing(routes, Set.of(), "", "", words);
  }
}
