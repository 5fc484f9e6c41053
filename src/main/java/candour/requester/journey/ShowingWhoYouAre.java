package candour.requester.journey;

import candour.identity.IdentityRoute;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways in which somebody could show who they are; most need no photo document. */
record ShowingWhoYouAre(
    @NotEmpty(message = "{showing-who-you-are.routes.missing}") Set<IdentityRoute> routes,
    @Size(max = 4000, message = "{showing-who-you-are.words.long}") String words)
    implements Answer {

  static final ShowingWhoYouAre BLANK = new ShowingWhoYouAre(null, null);

  ShowingWhoYouAre(@Nullable Set<IdentityRoute> routes, @Nullable String words) {
    this.routes = routes == null ? Set.of() : Set.copyOf(routes);
    this.words = Answer.text(words);
  }

  @Override
  public List<Row> rows() {
    var lines =
        Stream.of(IdentityRoute.values())
            .filter(routes::contains)
            .map(route -> Answer.sentence("showing-who-you-are." + route))
            .toList();
    return List.of(
        new Row("showing-who-you-are.row", lines),
        Answer.typed("showing-who-you-are.words.row", words));
  }
}
