package candour.requester.journey;

import candour.identity.IdentityRoute;
import candour.identity.Paper;
import candour.identity.Showing;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways in which somebody could show who they are; most need no photo document. */
record ShowingWhoYouAre(
    @NotEmpty(message = "{showing-who-you-are.routes.missing}") Set<IdentityRoute> routes,
    Set<Paper> papers,
    @Size(max = 300, message = "{showing-who-you-are.referee.long}") String referee,
    @Size(max = 1000, message = "{showing-who-you-are.referee-reach.long}") String refereeReach,
    @Size(max = 4000, message = "{showing-who-you-are.words.long}") String words)
    implements Answer {

  static final ShowingWhoYouAre BLANK = new ShowingWhoYouAre(null, null, null, null, null);

  ShowingWhoYouAre(
      @Nullable Set<IdentityRoute> routes,
      @Nullable Set<Paper> papers,
      @Nullable String referee,
      @Nullable String refereeReach,
      @Nullable String words) {
    this.routes = routes == null ? Set.of() : Set.copyOf(routes);
    this.papers = papers == null ? Set.of() : Set.copyOf(papers);
    this.referee = Answer.text(referee);
    this.refereeReach = Answer.text(refereeReach);
    this.words = Answer.text(words);
  }

  /** Whether two of the list are offered, and fewer are named. */
  boolean lacksPapers() {
    return routes.contains(IdentityRoute.TWO_OF_A_LIST) && papers.size() < Showing.PAPERS_NEEDED;
  }

  Showing showing() {
    return new Showing(routes, papers, referee, refereeReach, words);
  }

  @Override
  public List<Row> rows() {
    var said = showing();
    var rows = new ArrayList<Row>();
    rows.add(new Row("showing-who-you-are.row", chosen(IdentityRoute.values(), said.routes())));
    if (!said.papers().isEmpty()) {
      rows.add(new Row("showing-who-you-are.papers.row", chosen(Paper.values(), said.papers())));
    }
    if (said.routes().contains(IdentityRoute.SOMEONE_WHO_KNOWS_ME)) {
      rows.add(Answer.typed("showing-who-you-are.referee.row", said.referee()));
      rows.add(Answer.typed("showing-who-you-are.referee-reach.row", said.refereeReach()));
    }
    rows.add(Answer.typed("showing-who-you-are.words.row", words));
    return List.copyOf(rows);
  }

  private static <E extends Enum<E>> List<Line> chosen(E[] all, Set<E> chosen) {
    return Stream.of(all)
        .filter(chosen::contains)
        .map(one -> Answer.sentence("showing-who-you-are." + one))
        .toList();
  }
}
